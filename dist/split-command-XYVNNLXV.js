import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  wantsColor
} from "./chunk-K6J3UVIB.js";
import {
  drawProgress
} from "./chunk-RVVUIDOL.js";
import {
  escapeTexts,
  measureWidth,
  padText,
  require_picocolors,
  wrapText
} from "./chunk-2LTIAPVW.js";
import {
  splitDataset
} from "./chunk-62OKJPCI.js";
import {
  replaceFile
} from "./chunk-FQ2YVEUV.js";
import {
  NumberList,
  PathResolver,
  ProblemLog,
  RowFeed,
  byteOrderMark,
  draftSources,
  findColumn,
  findTable,
  loadDataset,
  maxListBytes,
  maxManifestBytes,
  noFile,
  readEncoded,
  readHead,
  readLayout,
  readRows,
  settlePaths
} from "./chunk-VPZ6XINK.js";
import "./chunk-XHCPKLOD.js";
import "./chunk-FMPNRQ5R.js";
import "./chunk-4OAUCKAS.js";
import "./chunk-YNVOFIVM.js";
import {
  formatCount,
  formatQuantity,
  formatShare
} from "./chunk-PSSVJEVV.js";
import "./chunk-HLISDRAD.js";
import "./chunk-GBST2ZXL.js";
import {
  escapeTerminal
} from "./chunk-3ZFVE422.js";
import {
  DatasetError,
  HoldoutError,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";
import {
  __toESM
} from "./chunk-H6ZNR5XL.js";

// src/entry/split-command.ts
import { resolve } from "node:path";

// src/inventory/image-of-line.ts
async function findImageOfLine(config, files) {
  const listing = await files.list();
  const layout = readLayout(config);
  const problems = new ProblemLog();
  const resolver = new PathResolver(listing);
  const { drafts } = await draftSources(config, layout, files, listing, resolver, problems);
  const { images } = settlePaths(drafts, resolver, problems);
  const held = { bytes: 0 };
  const byFile = /* @__PURE__ */ new Map();
  for (let index = 0; index < drafts.length; index++) {
    const place = images[index] ?? noFile;
    const { location } = drafts.said(index);
    if (place < 0 || location?.line === void 0) continue;
    const ofFile = byFile.get(location.file) ?? { lines: new NumberList(held), places: new NumberList(held) };
    byFile.set(location.file, ofFile);
    const { lines, places } = ofFile;
    if (lines.length > 0 && location.line <= lines.get(lines.length - 1)) continue;
    lines.push(location.line);
    places.push(place);
  }
  return (path, line) => {
    const ofFile = byFile.get(path);
    const index = ofFile && findAscending(ofFile.lines, line);
    return index === void 0 ? void 0 : listing.files[ofFile?.places.get(index) ?? noFile]?.path;
  };
}
function findAscending(numbers, wanted) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if (numbers.get(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < numbers.length && numbers.get(low) === wanted ? low : void 0;
}

// src/model/csv-cell.ts
function writeCsvCell(value, delimiter = ",") {
  const needsQuotes = value.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(value);
  return needsQuotes ? `"${value.replaceAll('"', '""')}"` : value;
}

// src/inventory/rewrite-split-column.ts
var newSplitColumn = "split";
async function rewriteSplitColumn(open, file, columns, splitOf) {
  const head = await readHead(open(), byteOrderMark.length);
  if (head[0] === 255 || head[0] === 254) throw refuse(file, "in UTF-16");
  return readEncoded(open, async (openEncoded, encoding) => {
    const form = await findTable(openEncoded, encoding, file, columns);
    const index = columns.split === void 0 ? -1 : findColumn(form.header.cells, columns.split);
    await readRows(openEncoded(), form, file, () => void 0);
    const rewrite = (row) => rewriteRow(row, form, index, file, splitOf);
    const mark = head.equals(byteOrderMark) ? [head] : [];
    return rewritePieces(openEncoded(), mark, form, file, rewrite);
  });
}
async function* rewritePieces(pieces, mark, form, file, rewrite) {
  let written = [...mark];
  const feed = new RowFeed(form, file, (row) => written.push(...rewrite(row)));
  for await (const piece of pieces) {
    feed.push(piece);
    yield Buffer.concat(written);
    written = [];
  }
  feed.end();
  yield Buffer.concat(written);
}
function rewriteRow({ scanner: { cellCount, rawEnds }, bytes, start, end, line }, { delimiter, encoding, header }, index, file, splitOf) {
  const split2 = line > header.line ? splitOf(line) : void 0;
  const isNewHeader = line === header.line && index < 0;
  if (split2 === void 0 && !isNewHeader) return [Buffer.from(bytes.subarray(start, end))];
  const value = Buffer.from(writeCsvCell(split2 ?? newSplitColumn, delimiter));
  if (encoding.name !== "UTF-8" && value.some((byte) => byte >= 128))
    throw refuse(file, `in ${encoding.name} and cannot hold every split's name`);
  const column = index < 0 ? header.cells.length : index;
  const rowEnd = rawEnds[cellCount - 1] ?? start;
  const isThere = index >= 0 && index < cellCount;
  const cellStart = !isThere ? rowEnd : index === 0 ? start : (rawEnds[index - 1] ?? 0) + 1;
  const cellEnd = isThere ? rawEnds[index] ?? rowEnd : rowEnd;
  const missing = isNewHeader ? 1 : isThere ? 0 : Math.max(1, column - cellCount + 1);
  return [
    Buffer.from(bytes.subarray(start, cellStart)),
    Buffer.from(delimiter.repeat(missing)),
    value,
    Buffer.from(bytes.subarray(cellEnd, end))
  ];
}
function refuse(file, reason) {
  return new DatasetError(`the split column of ${file} cannot be rewritten, for the file is ${reason}`, {
    hint: "write the splits to a file of their own with --output"
  });
}

// src/inventory/rewrite-split-lists.ts
function rewriteSplitLists(lists, splitOf) {
  const kept = new Map(lists.map((list) => [list, []]));
  const moved = new Map(lists.map((list) => [list, []]));
  const ends = new Map(lists.map((list) => [list, readLines(list.bytes)]));
  for (const [list, { lines }] of ends)
    lines.forEach((text, index) => {
      const split2 = splitOf(list.path, index + 1);
      if (split2 === void 0 || split2 === list.split) {
        kept.get(list)?.push(text);
        return;
      }
      const target = lists.find((other) => other.split === split2);
      if (!target)
        throw new DatasetError(`there is no list of the split ${JSON.stringify(split2)}`, {
          hint: "add one under samples.splits, or write the splits to a file of their own with --output"
        });
      moved.get(target)?.push(text);
    });
  return new Map(
    lists.map((list) => {
      const end = ends.get(list)?.end ?? "\n";
      const all = [...kept.get(list) ?? [], ...moved.get(list) ?? []];
      return [list.path, Buffer.from(all.map((line) => line + end).join(""), "latin1")];
    })
  );
}
function readLines(bytes) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const lines = text.split(/\r\n|\n|\r/u);
  if (lines.at(-1) === "") lines.pop();
  return { lines, end: /\r\n|\n|\r/u.exec(text)?.[0] ?? "\n" };
}

// src/report/split-pretty.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var maxMovesShown = 20;
var maxStrataShown = 30;
var textWidth = 100;
function renderSplit(whole, { color }) {
  const { bold, dim, yellow } = import_picocolors.default.createColors(color);
  const { splits, strata, moves, limits, cost, isProven } = escapeTexts(
    { ...whole, assignment: void 0 },
    escapeTerminal
  );
  const sizes = renderTable(
    ["split", "samples", "share", "wanted", "subjects"],
    splits.map(({ name, samples, share, wanted, subjects }) => [
      escapeTerminal(name, 40),
      formatCount(samples),
      formatShare(share, 1) ?? "",
      formatShare(wanted, 1) ?? "",
      formatCount(subjects)
    ])
  );
  const [sizeHead = "", ...sizeRows] = sizes;
  const shownStrata = strata.slice(0, maxStrataShown);
  const [strataHead = "", ...strataRows] = renderTable(
    ["", "all", ...splits.map(({ name }) => escapeTerminal(name, 20))],
    shownStrata.map(({ dimension, stratum, samples, splits: places }) => [
      escapeTerminal(`${dimension} ${stratum}`, 40),
      formatCount(samples),
      ...places.map((place) => `${formatCount(place.samples)} (${formatShare(place.share, 1) ?? ""})`)
    ])
  );
  const moved = moves.reduce((sum, { samples }) => sum + samples, 0);
  const moveLines = moves.slice(0, maxMovesShown).map(
    ({ component, from, to, samples }) => `  ${escapeTerminal(`${shortenMiddle(component, 60)}: ${formatQuantity(samples, "sample")} from ${shortenMiddle(from, 40)} to ${shortenMiddle(to, 40)}`)}`
  );
  const before = cost.before === void 0 ? "" : ` (today ${cost.before.total.toFixed(3)})`;
  const sections = [
    [bold(sizeHead), ...sizeRows],
    strataRows.length === 0 ? [] : [
      bold(strataHead),
      ...strataRows,
      ...more(strata.length - shownStrata.length, "stratum", "strata", dim)
    ],
    moves.length === 0 ? [dim("nothing leaves the split that it stands in")] : [
      bold(formatQuantity(moved, "sample moves", "samples move")),
      ...moveLines,
      ...more(moves.length - moveLines.length, "move", "moves", dim)
    ],
    limits.flatMap(
      ({ message }) => wrapText(escapeTerminal(message, 400), textWidth - 2).map(
        (line, index) => index === 0 ? `${yellow("⚠")} ${line}` : `  ${line}`
      )
    ),
    [
      dim(
        `cost ${cost.after.total.toFixed(3)}${before}, ${isProven ? "the best there is" : "the best of those looked at"}`
      )
    ]
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function more(hidden, one, many, dim) {
  return hidden > 0 ? [dim(`  … ${formatQuantity(hidden, `more ${one}`, `more ${many}`)}`)] : [];
}
function renderTable(header, rows) {
  const table = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...table.map((row) => measureWidth(row[column] ?? ""))));
  return table.map(
    (row) => row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? padText(cell, width) : " ".repeat(width - measureWidth(cell)) + cell;
    }).join("  ").trimEnd()
  );
}

// src/entry/split-command.ts
var defaultRatios = [
  { name: "train", ratio: 0.7 },
  { name: "val", ratio: 0.15 },
  { name: "test", ratio: 0.15 }
];
async function split(directory, options, outside) {
  const { cwd, stdout, stderr } = outside;
  const { config: configFile, workers, output } = options;
  const root = resolve(cwd, directory);
  const { config, files, dataset } = await loadDataset(
    {
      directory: root,
      ...configFile !== void 0 && { configFile: resolve(cwd, configFile) },
      ...workers !== void 0 && { workers },
      ...stderr.isTTY === true && { onProgress: drawProgress(stderr) }
    },
    () => /* @__PURE__ */ new Set(["images", "masks", "near-duplicates"])
  );
  const { proposal, splitOf } = splitDataset(dataset, chooseRequest(options));
  stdout.write(renderSplit(proposal, { color: wantsColor(outside) }));
  if (output !== void 0) await replaceFile(resolve(cwd, output), renderCsv(splitOf));
  if (options.write) {
    const written = await rewriteSources(config, files, splitOf);
    for (const [path, content] of written) await replaceFile(resolve(root, path), content);
    stdout.write(`
${escapeTerminal(`written: ${[...written.keys()].join(", ")}`)}
`);
  } else if (output === void 0) {
    stdout.write(
      "\nnothing was written: --output FILE writes the split of every image, --write changes your files\n"
    );
  }
}
function chooseRequest({
  new: isNew,
  repair,
  folds,
  ratios,
  tolerance,
  seed,
  write
}) {
  if ([isNew, repair, folds].filter((option) => option !== void 0).length > 1)
    throw new HoldoutError("usage", "--new, --repair and --folds exclude each other");
  if (folds !== void 0) {
    if (write)
      throw new HoldoutError("usage", "folds are not written over your splits", {
        hint: "use --output FILE"
      });
    return { mode: "folds", count: folds, seed };
  }
  if (isNew) return { mode: "new", splits: ratios ?? defaultRatios, seed };
  return { mode: "repair", splits: ratios, tolerance, seed };
}
async function rewriteSources(config, files, splitOf) {
  const { manifests, lists, columns } = config.samples;
  const isPerFile = manifests.some(({ split: ofAll }) => ofAll !== void 0);
  if (isPerFile || manifests.length > 0 && lists.length > 0 || manifests.length + lists.length === 0)
    throw new HoldoutError("usage", "no column and no list says which split an image is in", {
      hint: "write the splits to a file of their own with --output, and name it as the manifest"
    });
  const imageOf = await findImageOfLine(config, files);
  const find = (path, line) => {
    const image = imageOf(path, line);
    return image === void 0 ? void 0 : splitOf.get(image);
  };
  if (lists.length > 0) {
    const read = lists.map(async (list) => ({ ...list, bytes: await files.read(list.path, maxListBytes) }));
    return rewriteSplitLists(await Promise.all(read), find);
  }
  const changed = /* @__PURE__ */ new Map();
  for (const { path } of manifests) {
    const open = () => files.stream(path, maxManifestBytes);
    changed.set(path, await rewriteSplitColumn(open, path, columns, (line) => find(path, line)));
  }
  return changed;
}
function renderCsv(splitOf) {
  const rows = [...splitOf].map(([image, name]) => [image, name].map((cell) => writeCsvCell(cell)).join(","));
  return ["image,split", ...rows, ""].join("\n");
}
export {
  split
};
