/** The licence notices that go along with what is bundled. */
import type { BundledPackage } from './bundledPackages.ts';

/** Licences under which code may be passed on within ours, given that its notice goes along. */
const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Apache-2.0',
  '0BSD',
]);

/** What is wrong with the licences of these packages, as sentences. Nothing, when all is well. */
export function licenceComplaints(packages: readonly BundledPackage[]): readonly string[] {
  return packages.flatMap(({ name, licence, text }) => [
    ...(allowed.has(licence) ? [] : [`${name} is under ${licence}, which nobody has looked at.`]),
    ...(text === '' ? [`${name} has no file with its licence.`] : []),
  ]);
}

/** The text of `THIRD-PARTY-NOTICES.txt`. Packages with the same text share it. */
export function notices(packages: readonly BundledPackage[]): string {
  const texts = [...new Set(packages.map(({ text }) => text))];
  const parts = texts.map((text) => {
    const sharing = packages.filter((each) => each.text === text);
    const names = sharing.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${'-'.repeat(80)}\n${names.join('\n')}\n\n${text}\n`;
  });
  return `Talk Notes contains the following packages.\n\n${parts.join('\n')}`;
}
