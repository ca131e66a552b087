/** A command that serves a folder with what most computers have installed. */
export const serverCommand = "python3 -m http.server";
