/** Names used in football data that differ from the standard ones. */
const OTHER_NAMES: Record<string, string> = {
  england: "GB-ENG",
  scotland: "GB-SCT",
  wales: "GB-WLS",
  "northern ireland": "GB-NIR",
  usa: "US",
  "korea south": "KR",
  "korea north": "KP",
  "dr congo": "CD",
  congo: "CG",
  "cote divoire": "CI",
  "ivory coast": "CI",
  "the gambia": "GM",
  "cape verde": "CV",
  "czech republic": "CZ",
  turkey: "TR",
  macedonia: "MK",
  burma: "MM",
  swaziland: "SZ",
  "chinese taipei": "TW",
  hongkong: "HK",
  "hong kong": "HK",
  macao: "MO",
  palestine: "PS",
  "st kitts nevis": "KN",
  "st lucia": "LC",
  "st vincent grenadines": "VC",
  "st louis": "US",
  "brunei darussalam": "BN",
  "southern sudan": "SS",
  "saint martin": "MF",
  crimea: "UA",
  "east timor": "TL",
};

const AVAILABLE = new Set(__FLAG_CODES__.split(" "));

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}|['’.]/gu, "")
    .toLowerCase()
    .replace(/\b(and|of|the)\b|[-&,()]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

let codes: Map<string, string> | undefined;

function allCodes(): Map<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const found = new Map<string, string>();
  for (const code of AVAILABLE) {
    const name = /^[A-Z]{2}$/.test(code) ? names.of(code) : undefined;
    if (name) found.set(plain(name), code);
  }
  for (const [name, code] of Object.entries(OTHER_NAMES)) found.set(plain(name), code);
  return found;
}

/** The code of a country's flag; undefined for an unknown country. */
export function flagCode(country: string): string | undefined {
  codes ??= allCodes();
  return codes.get(plain(country));
}
