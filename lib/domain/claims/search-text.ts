/** Letters and digits in lower case, words joined by one space, accents dropped: what people type and files spell in many ways. */
export function searchName(lastName: string, firstName: string | null): string {
  return normalized(firstName === null ? lastName : `${lastName} ${firstName}`);
}

/** Upper-case letters and digits only: "w 1234-56" finds W123456. */
export function searchCode(text: string): string {
  return plain(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
}

/** A typed name as the prefix that `searchName` columns are compared with ("Smith, Jo" finds "smith john"). */
export function normalized(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}+/gu, "");
}
