/** Whether `found` can stand for `wanted`: the same major and minor version, and no older patch. */
export function isCompatible(found: string, wanted: string): boolean {
  const [foundMajor, foundMinor, foundPatch] = readVersion(found);
  const [wantedMajor, wantedMinor, wantedPatch] = readVersion(wanted);
  return foundMajor === wantedMajor && foundMinor === wantedMinor && foundPatch >= wantedPatch;
}

function readVersion(version: string): [major: number, minor: number, patch: number] {
  const match = /^(\d+)\.(\d+)\.(\d+)$/u.exec(version);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : [NaN, NaN, NaN];
}
