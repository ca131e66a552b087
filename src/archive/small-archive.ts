/**
 * The number of papers up to which each of them has all files beside its page if the owner does not say
 * otherwise. Above, pages and files are fewer and smaller, because hosts limit the number of files and their bytes.
 */
export const smallArchive = 2_800;
