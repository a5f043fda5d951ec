// The addresses in a guide's file.
//
// Belongs here: the one rule for what a link or a picture of a file leads to, whatever its format. Does not: finding them.

/** Where a file came from, and whether its author's page lets its pictures come from anywhere (`pictures="any"`). */
export interface Origin {
  base: string;
  anyPictures: boolean;
}

/**
 * The address of a link (`href`) or a picture (`src`) in the page at `page`. None where it is no address, or where a picture
 * would tell a third party which screen the reader is at.
 */
export const resolve = (name: string, value: string, { base, anyPictures }: Origin, page: string): string | undefined => {
  try {
    const url = new URL(value, base);
    const isOwn = () => [base, page].some((each) => new URL(each).origin === url.origin);
    return name !== "src" || anyPictures || url.protocol === "data:" || isOwn() ? url.href : undefined;
  } catch {
    return undefined;
  }
};
