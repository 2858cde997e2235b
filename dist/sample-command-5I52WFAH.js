import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  composeSheet,
  drawSheet
} from "./chunk-TGQO5RTX.js";
import {
  openRasterizer,
  readDrawingAssets,
  requireOwnPlace,
  writeSheet
} from "./chunk-WN2P3TPK.js";
import {
  drawProgress
} from "./chunk-RVVUIDOL.js";
import {
  sampleCheck
} from "./chunk-RGSHAZSH.js";
import "./chunk-FQ2YVEUV.js";
import {
  neededFacts,
  runAudit,
  selectChecks
} from "./chunk-UNNGGBM4.js";
import "./chunk-3QKDMRWW.js";
import {
  catalogue,
  findNearestName,
  loadDataset
} from "./chunk-VPZ6XINK.js";
import "./chunk-XHCPKLOD.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-2AZO6JV5.js";
import "./chunk-6JSHQORE.js";
import "./chunk-25A5ZPMJ.js";
import "./chunk-3GYANS6R.js";
import {
  findClassPresence,
  sortedUnique
} from "./chunk-4OAUCKAS.js";
import "./chunk-YNVOFIVM.js";
import {
  formatCount,
  formatQuantity
} from "./chunk-PSSVJEVV.js";
import "./chunk-XPBF2K5R.js";
import {
  version
} from "./chunk-HLISDRAD.js";
import "./chunk-GBST2ZXL.js";
import {
  escapeTerminal
} from "./chunk-3ZFVE422.js";
import {
  DatasetError,
  HoldoutError
} from "./chunk-4G4S7EEN.js";
import "./chunk-H6ZNR5XL.js";

// src/entry/sample-command.ts
import { resolve } from "node:path";
async function drawSamples(directory, options, { cwd, today, stdout, stderr }) {
  const { config: configFile, workers } = options;
  const output = resolve(cwd, options.output);
  await requireOwnPlace(output);
  const loaded = await loadDataset(
    {
      directory: resolve(cwd, directory),
      ...configFile !== void 0 && { configFile: resolve(cwd, configFile) },
      ...workers !== void 0 && { workers },
      ...stderr.isTTY === true && { onProgress: drawProgress(stderr) }
    },
    (config2) => neededFacts(chooseChecks(config2, options))
  );
  const { config, dataset } = loaded;
  const { part, only } = restrict(dataset, options);
  const report = runAudit(dataset, chooseChecks(config, options), { config, today, version, part });
  const sheet = await composeSheet(
    { ...loaded, report },
    { only, ...workers !== void 0 && { workers } }
  );
  if (!sheet) throw nothingToDraw(report.checks.find(({ id }) => id === sampleCheck)?.summary, only);
  const rasterizer = await openRasterizer(await readDrawingAssets());
  await writeSheet(output, rasterizer.draw(drawSheet(sheet, rasterizer)));
  const { candidates, suspicious } = sheet.words;
  stdout.write(
    `${escapeTerminal(`${options.output}: ${formatCount(sheet.tiles.length)} of ${formatQuantity(candidates, "labelled sample")}${only.length > 0 ? ` (${only.join(", ")})` : ""}, ${formatCount(suspicious.drawn)} of them suspicious`)}
`
  );
}
function chooseChecks(config, { n, seed }) {
  const { options = {} } = config.checks[sampleCheck] ?? {};
  const own = {
    severity: "info",
    options: { ...options, ...n !== void 0 && { size: n }, ...seed !== void 0 && { seed } }
  };
  const telling = catalogue.filter(({ id }) => /^(?:labels|images)\//u.test(id));
  return selectChecks(telling, { checks: { ...config.checks, [sampleCheck]: own } });
}
function nothingToDraw(reason, only) {
  const where = only.length > 0 ? ` with ${only.join(", ")}` : "";
  return new DatasetError(`there is nothing to draw${where}: ${reason ?? "no sample was chosen"}`, {
    hint: "labels/missing and images/readable tell what cannot be read"
  });
}
function restrict(dataset, options) {
  const { bySample } = findClassPresence(dataset);
  const namesOf = {
    class: (sample) => [...bySample.get(sample)?.keys() ?? []],
    domain: ({ domain }) => domain === void 0 ? [] : [domain],
    split: ({ splits }) => splits,
    subject: ({ subject }) => subject === void 0 ? [] : [subject]
  };
  let { samples } = dataset;
  const only = [];
  for (const field of restrictions) {
    const wanted = options[field];
    if (wanted === void 0) continue;
    requireKnown(field, wanted, sortedUnique(dataset.samples.flatMap(namesOf[field])));
    samples = samples.filter((sample) => namesOf[field](sample).includes(wanted));
    only.push(`${field} ${wanted}`);
  }
  return { part: { ...dataset, samples }, only };
}
var restrictions = ["class", "domain", "split", "subject"];
var namesListed = 10;
function requireKnown(field, wanted, known) {
  if (known.includes(wanted)) return;
  const nearest = findNearestName(wanted, known);
  const listed = known.slice(0, namesListed).join(", ");
  const more = known.length > namesListed ? ` and ${formatCount(known.length - namesListed)} more` : "";
  throw new HoldoutError("usage", `no sample is of ${field} ${JSON.stringify(wanted)}`, {
    hint: known.length === 0 ? `the dataset knows no ${field}` : nearest !== void 0 ? `did you mean ${JSON.stringify(nearest)}?` : `there are ${listed}${more}`
  });
}
export {
  drawSamples
};
