/** Lists that people write on one line. */

/** The names in `value`, which commas or semicolons part. */
export function listed(value: string): readonly string[] {
  return value.split(/\s*[,;]\s*/).filter((each) => each !== '');
}
