/** The folder of a path; `.` for the dataset's own directory. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** The folder in the words of a message. */
export function nameFolder(folder: string): string {
  return folder === '.' ? "the dataset's own folder" : folder;
}
