/** The name of the file with the checksums of all others, in the folder of a site. */
export const sumsFile = "SHA256SUMS";

/** The name of the file with the licences of the packages in a site, in its folder. */
export const licencesFile = "licences.txt";
