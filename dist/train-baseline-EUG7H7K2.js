import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  runBaseline
} from "./chunk-DDCKDU4M.js";
import "./chunk-EGPN5FRA.js";
import "./chunk-6ADJQ7MF.js";
import "./chunk-RVVUIDOL.js";
import "./chunk-LYU7PUA6.js";
import "./chunk-62OKJPCI.js";
import "./chunk-FQ2YVEUV.js";
import {
  requestFile
} from "./chunk-ZPQT4AKM.js";
import "./chunk-FENALNLU.js";
import "./chunk-OP3FMXII.js";
import "./chunk-U6EQIBFF.js";
import "./chunk-UNNGGBM4.js";
import "./chunk-3QKDMRWW.js";
import "./chunk-2JL5VYFC.js";
import "./chunk-VPZ6XINK.js";
import "./chunk-XHCPKLOD.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-OHKXDPJP.js";
import "./chunk-DW6ZHEJ2.js";
import {
  digestConfig,
  writeInputs
} from "./chunk-G4KI4GDI.js";
import "./chunk-6JSHQORE.js";
import "./chunk-3GYANS6R.js";
import "./chunk-YEYMD5FC.js";
import "./chunk-4OAUCKAS.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-PSSVJEVV.js";
import "./chunk-NJ3O2SIO.js";
import "./chunk-XPBF2K5R.js";
import "./chunk-HLISDRAD.js";
import "./chunk-GBST2ZXL.js";
import "./chunk-3ZFVE422.js";
import {
  EnvironmentError,
  HoldoutError
} from "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/train-baseline.ts
import { mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
async function trainBaseline(request, { configFile, dataFolder, directory, output, device }, outside) {
  await mkdir(output, { recursive: true });
  await writeFile(join(output, requestFile), JSON.stringify(writeInputs(request)));
  if (digestConfig(await readConfig(configFile)) !== request.configDigest)
    throw new HoldoutError("config", "the config of the default branch is not the one that was sent", {
      hint: "it has changed since: send the baseline again"
    });
  return runBaseline(
    await confine(directory, dataFolder),
    { config: configFile, output, device, revision: request.headSha },
    outside
  );
}
async function confine(directory, dataFolder) {
  try {
    const [root, found] = await Promise.all([realpath(dataFolder), realpath(directory)]);
    const way = relative(root, found);
    if (way !== ".." && !way.startsWith(`..${sep}`)) return found;
  } catch (cause) {
    throw new EnvironmentError("the dataset’s folder is not in the checkout of the commit that was sent", {
      hint: "check out the commit that was sent with `path: data`",
      cause
    });
  }
  throw new EnvironmentError("the dataset’s folder leads out of the checkout of the commit that was sent");
}
async function readConfig(path) {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new EnvironmentError("the config is not in the checkout of the default branch", {
      hint: "check out the default branch with `path: base`",
      cause
    });
  }
}
export {
  trainBaseline
};
