/** Starts a server in a folder, with what most computers have. */
export const serverCommand = "python3 -m http.server";
