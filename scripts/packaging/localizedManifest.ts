/**
 * The manifest in several languages. In the project it reads as plain English, and each language has a table from that to its own
 * words (`l10n/manifest.de.json`). What is packed is what VS Code wants: keys in the manifest, and a file of texts per language.
 */

export type Texts = Readonly<Record<string, string>>;

export interface LocalizedManifest {
  readonly manifest: Readonly<Record<string, unknown>>;
  /** By file name: `package.nls.json`, `package.nls.de.json`. */
  readonly bundles: ReadonlyMap<string, Texts>;
}

const TEXT_KEYS = new Set(['title', 'description', 'markdownDescription', 'name', 'contents', 'contextualTitle']);
const LIST_KEYS = new Set(['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels']);
/** Parts of the manifest whose words VS Code shows to people. */
const SHOWN = ['description', 'contributes', 'capabilities'];
/** What other programs read, and names of languages. */
const SILENT = new Set(['grammars', 'languages', 'configurationDefaults']);

/** All texts that VS Code shows to people, each once. */
export function manifestTexts(manifest: Readonly<Record<string, unknown>>): readonly string[] {
  const texts = new Set<string>();
  for (const key of SHOWN) {
    replaced(manifest[key], key, (text) => {
      texts.add(text);
      return text;
    });
  }
  return [...texts];
}

/** The manifest with keys for its texts, and the texts; `languages` are tables from English, by language. */
export function localizedManifest(
  manifest: Readonly<Record<string, unknown>>,
  languages: ReadonlyMap<string, Texts>,
): LocalizedManifest {
  const keys = new Map(manifestTexts(manifest).map((text, at) => [text, `text.${at + 1}`]));
  const shown = SHOWN.filter((key) => key in manifest).map((key) => [
    key,
    replaced(manifest[key], key, (text) => `%${keys.get(text)}%`),
  ]);
  const bundle = (own: Texts): Texts => Object.fromEntries([...keys].map(([text, key]) => [key, own[text] ?? text]));
  return {
    manifest: { ...manifest, ...Object.fromEntries(shown) },
    bundles: new Map([
      ['package.nls.json', bundle({})],
      ...[...languages].map(([language, texts]) => [`package.nls.${language}.json`, bundle(texts)] as const),
    ]),
  };
}

/** `value`, which stands under `key`, with its texts replaced. */
function replaced(value: unknown, key: string, by: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return TEXT_KEYS.has(key) ? by(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) =>
      LIST_KEYS.has(key) && typeof item === 'string' ? by(item) : replaced(item, '', by),
    );
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, inner]) => [
      name,
      SILENT.has(name) ? inner : replaced(inner, name, by),
    ]);
    return Object.fromEntries(entries);
  }
  return value;
}
