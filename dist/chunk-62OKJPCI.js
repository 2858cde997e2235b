import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  buildSampleGraph,
  compareSplits,
  compareText,
  isLabelled,
  seedRandom,
  shuffle,
  soleSplit,
  widestHalfInterval
} from "./chunk-4OAUCKAS.js";
import {
  formatQuantity,
  formatShare
} from "./chunk-PSSVJEVV.js";
import {
  HoldoutError,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

// src/split/component.ts
function tallyComponents(samples) {
  const drafts = /* @__PURE__ */ new Map();
  for (const sample of samples) {
    const draft = getOrAdd(drafts, sample.component, () => ({
      whole: new Count(),
      today: /* @__PURE__ */ new Map()
    }));
    draft.whole.add(sample);
    if (sample.split !== void 0) getOrAdd(draft.today, sample.split, () => new Count()).add(sample);
  }
  return sortByKey(drafts).map(([id, { whole, today }]) => ({
    id,
    tally: whole.tally(),
    today: new Map(sortByKey(today).map(([split, count]) => [split, count.tally()]))
  }));
}
function sumTallies(tallies) {
  return {
    samples: tallies.reduce((sum, { samples }) => sum + samples, 0),
    subjects: tallies.reduce((sum, { subjects }) => sum + subjects, 0),
    strata: sumStrata(tallies, (count) => count)
  };
}
function countCarriers(tallies) {
  return sumStrata(tallies, (count) => count > 0 ? 1 : 0);
}
function sumStrata(tallies, amountOf) {
  const sums = /* @__PURE__ */ new Map();
  for (const { strata } of tallies)
    for (const [dimension, counts] of strata) {
      const sum = getOrAdd(sums, dimension, () => /* @__PURE__ */ new Map());
      for (const [stratum, count] of counts) sum.set(stratum, (sum.get(stratum) ?? 0) + amountOf(count));
    }
  return new Map(sortByKey(sums).map(([dimension, sum]) => [dimension, new Map(sortByKey(sum))]));
}
var Count = class {
  samples = 0;
  subjects = /* @__PURE__ */ new Set();
  strata = /* @__PURE__ */ new Map();
  add({ subject, strata }) {
    this.samples++;
    if (subject !== void 0) this.subjects.add(subject);
    for (const [dimension, names] of strata) {
      const counts = getOrAdd(this.strata, dimension, () => /* @__PURE__ */ new Map());
      for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  tally() {
    return { samples: this.samples, subjects: this.subjects.size, strata: this.strata };
  }
};
function sortByKey(map) {
  return [...map].sort(([a], [b]) => compareText(a, b));
}
function getOrAdd(map, key, make) {
  const known = map.get(key);
  if (known !== void 0) return known;
  const made = make();
  map.set(key, made);
  return made;
}

// src/split/cost.ts
var termWeights = { samples: 2, subjects: 1, strata: 1 };
function gapOf(count, wanted) {
  return count < wanted ? 1 - count / wanted : 1 - wanted / count;
}
function measureCost(whole, parts, splits) {
  const measureTerm = (kind, counted, dimension) => {
    const gaps = counted.flatMap(
      (count) => parts.map((part, index) => gapOf(count(part), (splits[index]?.ratio ?? 0) * count(whole)))
    );
    if (gaps.length === 0) return [];
    const square2 = gaps.sort((a, b) => a - b).reduce((sum, gap) => sum + gap * gap, 0) / gaps.length;
    return [
      {
        kind,
        ...dimension !== void 0 && { dimension },
        weight: termWeights[kind],
        gap: Math.sqrt(square2)
      }
    ];
  };
  const present = (counted) => counted.filter((count) => count(whole) > 0);
  const terms = [
    ...measureTerm("samples", present([(tally) => tally.samples])),
    ...measureTerm("subjects", present([(tally) => tally.subjects])),
    ...[...whole.strata].flatMap(
      ([dimension, strata]) => measureTerm(
        "strata",
        present(
          [...strata.keys()].map((stratum) => (tally) => tally.strata.get(dimension)?.get(stratum) ?? 0)
        ),
        dimension
      )
    )
  ];
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  const square = terms.reduce((sum, term) => sum + term.weight * term.gap ** 2, 0);
  return { total: weight === 0 ? 0 : Math.sqrt(square / weight), terms };
}

// src/split/describe-division.ts
function divide(components, whole, splits, assignment) {
  const members = new Map(splits.map(({ name }) => [name, []]));
  for (const component of components) members.get(assignment.get(component.id) ?? "")?.push(component);
  const parts = splits.map((wanted) => {
    const inside = members.get(wanted.name) ?? [];
    return { wanted, components: inside, tally: sumTallies(inside.map(({ tally }) => tally)) };
  });
  return { whole, parts };
}
function describeSizes({ whole, parts }) {
  return parts.map(({ wanted, tally, components }) => ({
    name: wanted.name,
    wanted: wanted.ratio,
    samples: tally.samples,
    share: tally.samples / whole.samples,
    subjects: tally.subjects,
    components: components.length,
    mixes: [...whole.strata].map(([dimension, strata]) => ({
      dimension,
      distance: totalVariation(strata, tally.strata.get(dimension) ?? /* @__PURE__ */ new Map())
    }))
  }));
}
function totalVariation(whole, part) {
  const [all, some] = [whole, part].map(
    (counts) => [...counts.values()].reduce((sum2, count) => sum2 + count, 0)
  );
  if (!all || !some) return void 0;
  let sum = 0;
  for (const [stratum, count] of whole) sum += Math.abs(count / all - (part.get(stratum) ?? 0) / some);
  return sum / 2;
}
function describeStrata({ whole, parts }) {
  const carriers = parts.map(({ components }) => countCarriers(components.map(({ tally }) => tally)));
  return [...whole.strata].flatMap(
    ([dimension, strata]) => [...strata].filter(([, samples]) => samples > 0).map(([stratum, samples]) => {
      const splits = parts.map(({ wanted, tally }, index) => {
        const inside = tally.strata.get(dimension)?.get(stratum) ?? 0;
        return {
          name: wanted.name,
          samples: inside,
          share: tally.samples === 0 ? 0 : inside / tally.samples,
          components: carriers[index]?.get(dimension)?.get(stratum) ?? 0
        };
      });
      const components = splits.reduce((sum, split) => sum + split.components, 0);
      return { dimension, stratum, samples, components, share: samples / whole.samples, splits };
    })
  );
}
function listMoves(components, assignment) {
  return [...components].sort((a, b) => compareText(a.id, b.id)).flatMap(({ id, today }) => {
    const to = assignment.get(id) ?? "";
    return [...today].filter(([from, { samples }]) => from !== to && samples > 0).sort(([a], [b]) => compareText(a, b)).map(([from, { samples }]) => ({ component: id, from, to, samples }));
  });
}
function tallyToday(components, splits) {
  const parts = new Map(splits.map(({ name }) => [name, []]));
  let isDivided = false;
  for (const { today } of components)
    for (const [split, tally] of today) {
      const part = parts.get(split);
      if (part === void 0) return void 0;
      part.push(tally);
      isDivided = true;
    }
  return isDivided ? splits.map(({ name }) => sumTallies(parts.get(name) ?? [])) : void 0;
}

// src/split/limits.ts
var worthAWord = 0.2;
var fewSubjects = 5;
var listed = 5;
function listLimits(division) {
  return [
    ...judgeCount(division),
    ...judgeLargest(division),
    ...judgeSizes(division),
    ...judgeSubjects(division),
    ...judgeStrata(division)
  ];
}
function judgeCount({ components, splits, isFolds }) {
  const { length } = components;
  const units = quantity(components, length);
  const leaveOneOut = `leave-one-${nounOf(components)}-out`;
  if (length === 1) {
    const message2 = `all samples hang together in 1 ${nounOf(components)}: there is nothing to split`;
    return [{ kind: "too-few-components", message: message2 }];
  }
  if (length < splits.length) {
    const empty = splits.length - length;
    const message2 = isFolds ? `${splits.length} folds need as many ${nounOf(components)}s, and there are ${length}: ${leaveOneOut}, in ${length} folds, is all there is` : `${units} cannot fill ${splits.length} splits: ${empty} ${empty === 1 ? "stays" : "stay"} empty`;
    return [{ kind: "too-few-components", message: message2 }];
  }
  const smallest = splits.reduce((a, b) => b.wanted < a.wanted ? b : a);
  if (isFolds || length * smallest.wanted >= 1) return [];
  const message = `${units}: ${leaveOneOut} is all there is; ${percent(smallest.wanted)} of them for ${shown(smallest.name)} is less than one`;
  return [{ kind: "leave-one-out", message }];
}
function judgeLargest({ components, samples, splits, isFolds }) {
  if (components.length < 2) return [];
  const [first, ...others] = [...splits].sort((a, b) => b.wanted - a.wanted);
  const second = others[0];
  if (!first || !second) return [];
  const sizes = [...components].sort((a, b) => b.tally.samples - a.tally.samples || compareText(a.id, b.id));
  return sizes.slice(0, listed).flatMap(({ id, tally }) => {
    const share = tally.samples / samples;
    const holds = `${nounOf(components)} ${shown(id)} holds ${percent(share)} of all samples`;
    const kind = "large-component";
    const leavesLittle = gapOf(1 - share, 1 - first.wanted) > worthAWord;
    if (share > first.wanted && (gapOf(share, first.wanted) > worthAWord || leavesLittle)) {
      if (isFolds)
        return [
          { kind, message: `${holds}: the fold it is in cannot be the ${percent(first.wanted)} wanted` }
        ];
      const rest = `${percent(1 - share)} for all other splits, where ${percent(1 - first.wanted)} were wanted`;
      return [{ kind, message: `${holds}: even in ${shown(first.name)} it leaves ${rest}` }];
    }
    if (isFolds || gapOf(share, second.wanted) <= 0.5 || share < second.wanted) return [];
    const shut = others.map(({ name, wanted }) => `no ${shown(name)} split of ${percent(wanted)}`);
    return [
      {
        kind,
        message: `${holds}: ${joinWords(shut.slice(0, listed), "and")} can be had without it in ${shown(first.name)}`
      }
    ];
  });
}
function judgeSizes({ components, splits, tolerance, outOfTolerance, isFolds }) {
  if (outOfTolerance.length > 0 && tolerance !== void 0) {
    const sizes2 = outOfTolerance.map(
      ({ name, share, wanted }) => `${shown(name)} ${percent(share)} (wanted ${percent(wanted)})`
    );
    const message = `sizes within ${percent(tolerance)} of the wanted shares were not found: ${listWords(sizes2)}`;
    return [{ kind: "tolerance", message }];
  }
  if (tolerance !== void 0 || components.length < splits.length) return [];
  const off = splits.filter(({ share, wanted }) => gapOf(share, wanted) > worthAWord);
  if (off.length === 0) return [];
  const sizes = off.map(
    ({ name, share, wanted }) => `${shown(name)} holds ${percent(share)} where ${percent(wanted)} were wanted`
  );
  const noun = isFolds ? "folds" : "splits";
  return [
    {
      kind: "size",
      message: `the ${nounOf(components)}s do not divide into ${noun} of the wanted sizes: ${listWords(sizes)}`
    }
  ];
}
function judgeSubjects({ components, splits, isFolds }) {
  const isKnown = components.some(({ tally }) => tally.subjects > 0);
  if (isFolds || !isKnown || components.length < splits.length) return [];
  const [, ...others] = [...splits].sort((a, b) => b.wanted - a.wanted);
  return others.filter(({ subjects }) => subjects < fewSubjects).map(({ name, subjects }) => ({
    kind: "few-subjects",
    message: `${shown(name)} holds ${formatQuantity(subjects, "subject")}: a rate measured there may lie ${Math.round(100 * widestHalfInterval(subjects))} percentage points from the truth (95 % interval)`
  }));
}
function judgeStrata({ components, splits, strata, isFolds }) {
  if (components.length < splits.length) return [];
  const noun = isFolds ? "folds" : "splits";
  const rare = strata.filter(({ components: carriers }) => carriers < splits.length);
  const spread = strata.filter(({ components: carriers }) => carriers >= splits.length);
  const emptyPlaces = ({ splits: places }) => places.filter((place) => place.components === 0).map(({ name }) => shown(name));
  const absent = spread.filter((stratum) => emptyPlaces(stratum).length > 0);
  const singlePlaces = ({ splits: places }) => (
    // Of a split that is one component, that has been said of everything in it.
    places.filter((place, at) => place.components === 1 && (splits[at]?.components ?? 0) > 1).map(({ name }) => shown(name))
  );
  const single = isFolds ? [] : spread.filter((stratum) => singlePlaces(stratum).length > 0);
  return [
    ...cut(
      "rare-stratum",
      rare,
      `occur in fewer ${nounOf(components)}s than there are ${noun}`,
      (stratum) => {
        const carriers = stratum.components;
        const places = carriers === 1 ? `one ${noun.slice(0, -1)}` : `${carriers} of ${splits.length} ${noun}`;
        return `occurs in ${quantity(components, carriers)}: it can be in ${places} only`;
      }
    ),
    ...cut("absent-stratum", absent, `are not in every ${noun.slice(0, -1)}`, (stratum) => {
      const places = joinWords(emptyPlaces(stratum).slice(0, listed), "or");
      return `is not in ${places}, though ${quantity(components, stratum.components)} have it`;
    }),
    ...cut("single-source", single, `come from one ${nounOf(components)} in a split`, (stratum) => {
      const places = joinWords(singlePlaces(stratum).slice(0, listed), "and");
      return `comes from 1 ${nounOf(components)} in ${places}: what is seen of it there is true of that one`;
    })
  ];
}
function cut(kind, strata, allOfThem, say) {
  const limits = strata.slice(0, listed).map((spread) => ({
    kind,
    message: `${shown(spread.dimension)} ${shown(spread.stratum)} ${say(spread)}`
  }));
  const more = strata.length - listed;
  if (more > 0)
    limits.push({ kind, message: `${formatQuantity(more, "more stratum", "more strata")} ${allOfThem}` });
  return limits;
}
function nounOf(components) {
  return components.every(({ tally }) => tally.subjects === 1) ? "subject" : "component";
}
function quantity(components, count) {
  return formatQuantity(count, nounOf(components));
}
function percent(share) {
  return formatShare(share, 1) ?? "";
}
function shown(name) {
  return shortenMiddle(name, 60);
}
function listWords(words) {
  const more = words.length - listed;
  return [...words.slice(0, listed), ...more > 0 ? [`and ${more} more`] : []].join(", ");
}
function joinWords(words, last) {
  const head = words.slice(0, -1);
  return head.length === 0 ? words.join("") : `${head.join(", ")} ${last} ${words.at(-1) ?? ""}`;
}

// src/split/problem.ts
var movedWeight = 4;
function compileProblem(components, splits, { whole, seed, isRepair, bounds }) {
  const byId = [...components].sort((a, b) => compareText(a.id, b.id));
  const ordered = shuffle(byId, seedRandom(seed)).sort((a, b) => b.tally.samples - a.tally.samples);
  const index = new AttributeIndex(whole);
  const starts = new Uint32Array(ordered.length + 1);
  const attributes = [];
  const amounts = [];
  ordered.forEach(({ tally }, component) => {
    for (const { attribute, amount } of index.list(tally)) {
      attributes.push(attribute);
      amounts.push(amount);
    }
    starts[component + 1] = attributes.length;
  });
  const ratios = splits.map(({ ratio }) => ratio);
  return {
    components: ordered,
    splits,
    attributeCount: index.totals.length,
    starts,
    attributes: Uint32Array.from(attributes),
    amounts: Float64Array.from(amounts),
    totals: Float64Array.from(index.totals),
    wanted: Float64Array.from(index.totals.flatMap((total) => ratios.map((ratio) => total * ratio))),
    weights: index.weigh(splits.length),
    moved: isRepair ? countMoved(ordered, splits) : new Float64Array(0),
    bounds
  };
}
var AttributeIndex = class {
  totals = [];
  /** Attributes of each term of the cost. */
  terms = [];
  subjects;
  strata;
  constructor(whole) {
    this.addTerm("samples", [["", whole.samples]]);
    this.subjects = this.addTerm("subjects", [["", whole.subjects]]).get("");
    this.strata = new Map(
      [...whole.strata].map(([dimension, strata]) => [dimension, this.addTerm("strata", [...strata])])
    );
  }
  /** The amounts that a component has, by attribute: sums over them must not depend on the order of its strata. */
  list(tally) {
    const entries = [];
    const add = (attribute, amount) => {
      if (attribute !== void 0 && amount > 0) entries.push({ attribute, amount });
    };
    add(0, tally.samples);
    add(this.subjects, tally.subjects);
    for (const [dimension, strata] of tally.strata) {
      const ids = this.strata.get(dimension);
      for (const [stratum, amount] of strata) add(ids?.get(stratum), amount);
    }
    return entries.sort((a, b) => a.attribute - b.attribute);
  }
  /** @returns weight of each attribute */
  weigh(splitCount) {
    const sum = this.terms.reduce((total, { kind }) => total + termWeights[kind], 0);
    const weights = new Float64Array(this.totals.length);
    for (const { kind, attributes } of this.terms)
      for (const attribute of attributes)
        weights[attribute] = termWeights[kind] / (sum * splitCount * attributes.length);
    return weights;
  }
  addTerm(kind, amounts) {
    const ids = /* @__PURE__ */ new Map();
    for (const [name, amount] of amounts) if (amount > 0) ids.set(name, this.totals.push(amount) - 1);
    if (ids.size > 0) this.terms.push({ kind, attributes: [...ids.values()] });
    return ids;
  }
};
function countMoved(components, splits) {
  const moved = new Float64Array(components.length * splits.length);
  components.forEach(({ today }, component) => {
    let assigned = 0;
    for (const part of today.values()) assigned += part.samples;
    splits.forEach(({ name }, split) => {
      moved[component * splits.length + split] = assigned - (today.get(name)?.samples ?? 0);
    });
  });
  return moved;
}
function boundSizes(samples, splits, tolerance) {
  const grain = 1e-9 * samples;
  const lowest = splits.map(({ ratio }) => Math.max(0, Math.ceil((ratio - tolerance) * samples - grain)));
  const highest = splits.map(({ ratio }) => Math.floor((ratio + tolerance) * samples + grain));
  return {
    // No tolerance is so strict that the wanted size, rounded, is out of bounds.
    lowest: Float64Array.from(
      lowest,
      (size, split) => Math.min(size, Math.floor((splits[split]?.ratio ?? 0) * samples))
    ),
    highest: Float64Array.from(
      highest,
      (size, split) => Math.max(size, Math.ceil((splits[split]?.ratio ?? 0) * samples))
    ),
    violationWeight: 2 * movedWeight * (samples + 1)
  };
}

// src/split/placement.ts
var Placement = class {
  problem;
  /** Split of each component. */
  splitOf;
  splitCount;
  /** Amount of attribute `a` in split `k`, at `a` × splits + `k`. */
  held;
  /** What it adds to the objective. */
  shares;
  constructor(problem, splitOf) {
    this.problem = problem;
    this.splitCount = problem.splits.length;
    this.splitOf = Uint16Array.from(splitOf);
    this.held = new Float64Array(problem.attributeCount * this.splitCount);
    const { starts, attributes, amounts } = problem;
    this.splitOf.forEach((split, component) => {
      for (let entry = starts[component] ?? 0; entry < (starts[component + 1] ?? 0); entry++) {
        const cell = (attributes[entry] ?? 0) * this.splitCount + split;
        this.held[cell] = (this.held[cell] ?? 0) + (amounts[entry] ?? 0);
      }
    });
    this.shares = Float64Array.from(
      this.held,
      (amount, cell) => shareOf(problem, Math.floor(cell / this.splitCount), cell % this.splitCount, amount)
    );
  }
  /** The objective: see `Problem`. */
  objective() {
    let sum = 0;
    for (const share of this.shares) sum += share;
    this.splitOf.forEach((split, component) => sum += movedShare(this.problem, component, split));
    return sum;
  }
  /** By how much the objective changes when the component goes to `target`. */
  difference(component, target) {
    const source = this.splitOf[component] ?? 0;
    if (source === target) return 0;
    const { problem, splitCount, held, shares } = this;
    const { starts, attributes, amounts } = problem;
    const end = starts[component + 1] ?? 0;
    let sum = movedShare(problem, component, target) - movedShare(problem, component, source);
    for (let entry = starts[component] ?? 0; entry < end; entry++) {
      const attribute = attributes[entry] ?? 0;
      const amount = amounts[entry] ?? 0;
      const from = attribute * splitCount + source;
      const to = attribute * splitCount + target;
      sum += shareOf(problem, attribute, source, (held[from] ?? 0) - amount) - (shares[from] ?? 0) + (shareOf(problem, attribute, target, (held[to] ?? 0) + amount) - (shares[to] ?? 0));
    }
    return sum;
  }
  move(component, target) {
    const source = this.splitOf[component] ?? 0;
    const { starts, attributes, amounts } = this.problem;
    for (let entry = starts[component] ?? 0; entry < (starts[component + 1] ?? 0); entry++) {
      this.change(attributes[entry] ?? 0, source, -(amounts[entry] ?? 0));
      this.change(attributes[entry] ?? 0, target, amounts[entry] ?? 0);
    }
    this.splitOf[component] = target;
  }
  change(attribute, split, amount) {
    const cell = attribute * this.splitCount + split;
    const held = (this.held[cell] ?? 0) + amount;
    this.held[cell] = held;
    this.shares[cell] = shareOf(this.problem, attribute, split, held);
  }
};
function shareOf(problem, attribute, split, amount) {
  const gap = gapOf(amount, problem.wanted[attribute * problem.splits.length + split] ?? 0);
  const share = (problem.weights[attribute] ?? 0) * gap * gap;
  return attribute === 0 && problem.bounds ? share + violationOf(problem.bounds, split, amount) : share;
}
function movedShare(problem, component, split) {
  return movedWeight * (problem.moved[component * problem.splits.length + split] ?? 0);
}
function violationOf(bounds, split, samples) {
  const below = Math.max(0, (bounds.lowest[split] ?? 0) - samples);
  const above = Math.max(0, samples - (bounds.highest[split] ?? Infinity));
  return bounds.violationWeight * (below + above);
}

// src/split/place-in-turn.ts
function placeInTurn(problem) {
  const { starts, attributes, amounts, weights } = problem;
  const ratios = problem.splits.map(({ ratio }) => ratio);
  const splitCount = ratios.length;
  const placed = new Float64Array(problem.attributeCount);
  const held = new Float64Array(problem.attributeCount * splitCount);
  const splitOf = new Uint16Array(problem.components.length);
  for (let component = 0; component < splitOf.length; component++) {
    const start = starts[component] ?? 0;
    const end = starts[component + 1] ?? 0;
    for (let entry = start; entry < end; entry++) {
      const attribute = attributes[entry] ?? 0;
      placed[attribute] = (placed[attribute] ?? 0) + (amounts[entry] ?? 0);
    }
    let best = 0;
    let least2 = Infinity;
    for (let split = 0; split < splitCount; split++) {
      let sum = movedShare(problem, component, split);
      for (let entry = start; entry < end; entry++) {
        const attribute = attributes[entry] ?? 0;
        const wanted = (placed[attribute] ?? 0) * (ratios[split] ?? 0);
        const before = held[attribute * splitCount + split] ?? 0;
        const gapBefore = gapOf(before, wanted);
        const gapAfter = gapOf(before + (amounts[entry] ?? 0), wanted);
        sum += (weights[attribute] ?? 0) * (gapAfter * gapAfter - gapBefore * gapBefore);
      }
      if (sum < least2) {
        least2 = sum;
        best = split;
      }
    }
    splitOf[component] = best;
    for (let entry = start; entry < end; entry++) {
      const cell = (attributes[entry] ?? 0) * splitCount + best;
      held[cell] = (held[cell] ?? 0) + (amounts[entry] ?? 0);
    }
  }
  return new Placement(problem, splitOf);
}

// src/split/search-all.ts
var divisionsLookedAt = 1e5;
var mostComponents = 40;
function searchAll(start) {
  const { problem } = start;
  if (problem.components.length > mostComponents) return void 0;
  const search = new Search(problem, start);
  return search.run() ? new Placement(problem, search.best) : void 0;
}
var Search = class {
  best;
  lowest;
  problem;
  splitCount;
  splitOf;
  held;
  left;
  /** Fewest samples moved by component `c` and all after it, as shares of the objective. */
  leastMoved;
  hasTwins;
  looks = divisionsLookedAt;
  constructor(problem, start) {
    this.problem = problem;
    this.splitCount = problem.splits.length;
    this.best = start.splitOf;
    this.lowest = start.objective();
    this.splitOf = new Uint16Array(problem.components.length);
    this.held = new Float64Array(problem.attributeCount * this.splitCount);
    this.left = Float64Array.from(problem.totals);
    this.leastMoved = new Float64Array(problem.components.length + 1);
    for (let component = problem.components.length - 1; component >= 0; component--) {
      const shares = problem.splits.map((_, split) => movedShare(problem, component, split));
      this.leastMoved[component] = (this.leastMoved[component + 1] ?? 0) + Math.min(...shares);
    }
    this.hasTwins = problem.moved.length === 0;
  }
  /** @returns whether everything was looked at */
  run() {
    let bound = 0;
    for (let attribute = 0; attribute < this.problem.attributeCount; attribute++)
      bound += this.boundOf(attribute);
    return this.place(0, bound, 0);
  }
  /**
   * @param bound least sum of the attributes' shares
   * @param moved share of the samples that were moved so far
   */
  place(component, bound, moved) {
    const { problem } = this;
    if (bound + moved + (this.leastMoved[component] ?? 0) >= this.lowest - 1e-12) return true;
    if (component === problem.components.length) {
      this.lowest = bound + moved;
      this.best = this.splitOf.slice();
      return true;
    }
    if (this.looks-- <= 0) return false;
    for (let split = 0; split < this.splitCount; split++) {
      if (this.isTwinOfEmpty(component, split)) continue;
      const change = this.shift(component, split, 1);
      this.splitOf[component] = split;
      const isDone = this.place(component + 1, bound + change, moved + movedShare(problem, component, split));
      this.shift(component, split, -1);
      if (!isDone) return false;
    }
    return true;
  }
  /** Puts a component into a split, or takes it back (`sign` −1). @returns by how much the bound changes */
  shift(component, split, sign) {
    const { starts, attributes, amounts } = this.problem;
    let change = 0;
    for (let entry = starts[component] ?? 0; entry < (starts[component + 1] ?? 0); entry++) {
      const attribute = attributes[entry] ?? 0;
      const amount = sign * (amounts[entry] ?? 0);
      const cell = attribute * this.splitCount + split;
      if (sign > 0) change -= this.boundOf(attribute);
      this.held[cell] = (this.held[cell] ?? 0) + amount;
      this.left[attribute] = (this.left[attribute] ?? 0) - amount;
      if (sign > 0) change += this.boundOf(attribute);
    }
    return change;
  }
  /** The least that an attribute can still add to the objective. */
  boundOf(attribute) {
    const left = this.left[attribute] ?? 0;
    let sum = 0;
    for (let split = 0; split < this.splitCount; split++) {
      const cell = attribute * this.splitCount + split;
      const held = this.held[cell] ?? 0;
      const wanted = this.problem.wanted[cell] ?? 0;
      sum += shareOf(this.problem, attribute, split, Math.max(held, Math.min(held + left, wanted)));
    }
    return sum;
  }
  /** Whether an empty split of the same ratio comes before: what can be done with this one can be done with that one. */
  isTwinOfEmpty(component, split) {
    if (!this.hasTwins || split === 0) return false;
    const { splits } = this.problem;
    if (splits[split]?.ratio !== splits[split - 1]?.ratio) return false;
    for (let placed = 0; placed < component; placed++) if (this.splitOf[placed] === split - 1) return false;
    return true;
  }
};

// src/split/search-nearby.ts
var amountsLookedAt = 1e7;
var goodEnough = 1e-6;
var least = 1e-12;
function searchNearby(start, seed) {
  const { problem } = start;
  const random = seedRandom(seed);
  const effort = { left: amountsLookedAt };
  const order = orderMoves(problem);
  descend(start, order, random, effort);
  let best = start;
  let lowest = best.objective();
  for (let round = 0; round < shakes && effort.left > 0 && lowest > goodEnough; round++) {
    const shaken = new Placement(problem, best.splitOf);
    for (let count = 2 + random.below(3); count > 0; count--)
      shaken.move(random.below(order.length), random.below(problem.splits.length));
    effort.left -= problem.amounts.length;
    descend(shaken, order, random, effort);
    const objective = shaken.objective();
    if (objective < lowest - least) {
      best = shaken;
      lowest = objective;
    }
  }
  return best;
}
var shakes = 300;
var partners = 120;
function orderMoves({ components, splits, moved }) {
  const price = components.map(({ tally }, component) => {
    const row = moved.subarray(component * splits.length, (component + 1) * splits.length).toSorted();
    return ((row[1] ?? 0) - (row[0] ?? 0)) / tally.samples;
  });
  return components.map((_, component) => component).sort((a, b) => (price[a] ?? 0) - (price[b] ?? 0) || b - a);
}
function descend(placement, order, random, effort) {
  while (effort.left > 0 && placement.objective() > goodEnough) {
    if (moveOnce(placement, order, effort)) continue;
    if (!moveInPairs(placement, order, random, effort)) return;
  }
}
function moveOnce(placement, order, effort) {
  let hasMoved = false;
  for (const component of order) {
    if (effort.left <= 0) break;
    const { split, difference } = bestMove(placement, component, effort);
    if (difference >= -least) continue;
    placement.move(component, split);
    hasMoved = true;
  }
  return hasMoved;
}
function moveInPairs(placement, order, random, effort) {
  let hasMoved = false;
  for (const component of order) {
    const source = placement.splitOf[component] ?? 0;
    for (let target = 0; target < placement.problem.splits.length; target++) {
      if (target === source) continue;
      if (effort.left <= 0) return hasMoved;
      const first = placement.difference(component, target);
      placement.move(component, target);
      const answer = bestAnswer(placement, component, random, effort);
      if (first + answer.difference < -least) {
        placement.move(answer.component, answer.split);
        hasMoved = true;
        break;
      }
      placement.move(component, source);
    }
  }
  return hasMoved;
}
function bestAnswer(placement, moved, random, effort) {
  const { splitOf } = placement;
  const split = splitOf[moved];
  const best = { component: moved, split: split ?? 0, difference: 0 };
  const isFew = splitOf.length <= partners;
  const tries = isFew ? splitOf.length : partners;
  for (let attempt = 0; attempt < tries; attempt++) {
    const other = isFew ? attempt : random.below(splitOf.length);
    if (other === moved || splitOf[other] !== split) continue;
    const answer = bestMove(placement, other, effort);
    if (answer.difference < best.difference) Object.assign(best, answer, { component: other });
  }
  return best;
}
function bestMove(placement, component, effort) {
  const { problem, splitOf } = placement;
  const best = { split: splitOf[component] ?? 0, difference: 0 };
  for (let split = 0; split < problem.splits.length; split++) {
    const difference = placement.difference(component, split);
    if (difference < best.difference) {
      best.split = split;
      best.difference = difference;
    }
  }
  const entries = (problem.starts[component + 1] ?? 0) - (problem.starts[component] ?? 0);
  effort.left -= 2 * entries * (problem.splits.length - 1);
  return best;
}

// src/split/wanted-splits.ts
function normalizeRatios(wanted) {
  if (wanted.length < 2)
    throw new HoldoutError("usage", "a split needs at least two parts", {
      hint: "name at least two, such as train and test"
    });
  const names = /* @__PURE__ */ new Set();
  for (const { name, ratio } of wanted) {
    if (names.has(name)) throw new HoldoutError("usage", `two splits are called ${quoteName(name)}`);
    names.add(name);
    if (!(ratio > 0 && ratio < Infinity))
      throw new HoldoutError("usage", `the ratio of ${quoteName(name)} is ${ratio}, not above 0`, {
        hint: "leave out a split that nothing shall go into"
      });
  }
  const sum = orderSplits(wanted).reduce((total, { ratio }) => total + ratio, 0);
  return wanted.map(({ name, ratio }) => {
    if (!(ratio / sum >= smallestShare))
      throw new HoldoutError("usage", `the ratio of ${quoteName(name)} is less than a millionth of all`);
    return { name, ratio: ratio / sum };
  });
}
var smallestShare = 1e-6;
function orderSplits(wanted) {
  return [...wanted].sort((a, b) => b.ratio - a.ratio || compareText(a.name, b.name));
}
function nameFolds(count) {
  if (!(Number.isInteger(count) && count >= 2 && count <= 1e3))
    throw new HoldoutError("usage", `${count} folds cannot be made: a whole number from 2 to 1,000 can`);
  const digits = String(count).length;
  return Array.from({ length: count }, (_, index) => ({
    name: `fold-${String(index + 1).padStart(digits, "0")}`,
    ratio: 1 / count
  }));
}
function quoteName(name) {
  return JSON.stringify(shortenMiddle(name, 60));
}

// src/split/propose-split.ts
function proposeSplit(components, request) {
  refuseOddComponents(components);
  const splits = nameSplits(components, request);
  const whole = sumTallies(components.map(({ tally }) => tally));
  const isRepair = request.mode === "repair";
  const tolerance = isRepair ? request.tolerance : void 0;
  if (tolerance !== void 0 && !(tolerance >= 0 && tolerance <= 1))
    throw new HoldoutError("usage", `the tolerance is ${tolerance}, not a share from 0 to 1`);
  const ordered = orderSplits(splits);
  const bounds = tolerance === void 0 ? void 0 : boundSizes(whole.samples, ordered, tolerance);
  const problem = compileProblem(components, ordered, { whole, seed: request.seed, isRepair, bounds });
  const found = searchNearby(placeInTurn(problem), request.seed);
  const best = searchAll(found);
  const { splitOf } = best ?? found;
  const assignment = new Map(
    problem.components.map(({ id }, index) => [id, ordered[splitOf[index] ?? 0]?.name ?? ""]).sort(([a], [b]) => compareText(a, b))
  );
  const isFolds = request.mode === "folds";
  const division = divide(components, whole, splits, assignment);
  const sizes = describeSizes(division);
  const strata = describeStrata(division);
  const before = isFolds ? void 0 : tallyToday(components, splits);
  const measure = (parts) => measureCost(whole, parts, splits);
  return {
    assignment,
    splits: sizes,
    strata,
    moves: isFolds ? [] : listMoves(components, assignment),
    cost: { after: measure(division.parts.map(({ tally }) => tally)), before: before && measure(before) },
    isProven: best !== void 0,
    limits: listLimits({
      components,
      samples: whole.samples,
      splits: sizes,
      strata,
      isFolds,
      tolerance,
      outOfTolerance: sizes.filter(
        ({ name, samples }) => isOut(
          bounds,
          ordered.findIndex((split) => split.name === name),
          samples
        )
      )
    })
  };
}
function nameSplits(components, request) {
  switch (request.mode) {
    case "new":
      return normalizeRatios(request.splits);
    case "folds":
      return nameFolds(request.count);
    case "repair":
      return nameSplitsOfToday(components, request.splits);
  }
}
function nameSplitsOfToday(components, wanted) {
  const today = /* @__PURE__ */ new Map();
  for (const component of components)
    for (const [name, { samples }] of component.today)
      if (samples > 0) today.set(name, (today.get(name) ?? 0) + samples);
  if (today.size === 0)
    throw new HoldoutError("usage", "there is no split to repair: no sample stands in one", {
      hint: "propose a new split"
    });
  if (wanted === void 0)
    return normalizeRatios(
      [...today].map(([name, ratio]) => ({ name, ratio })).sort((a, b) => compareSplits(a.name, b.name))
    );
  for (const [name, samples] of today)
    if (!wanted.some((split) => split.name === name))
      throw new HoldoutError(
        "usage",
        `${formatQuantity(samples, "sample stands", "samples stand")} in ${quoteName(name)}, for which no ratio is given`
      );
  return normalizeRatios(wanted);
}
function isOut(bounds, split, samples) {
  if (bounds === void 0) return false;
  return samples < (bounds.lowest[split] ?? 0) || samples > (bounds.highest[split] ?? Infinity);
}
function refuseOddComponents(components) {
  if (components.length === 0) throw new HoldoutError("dataset", "there are no samples to split");
  const ids = /* @__PURE__ */ new Set();
  for (const { id, tally } of components) {
    if (ids.has(id)) throw new HoldoutError("dataset", `component ${quoteName(id)} occurs twice`);
    ids.add(id);
    if (!(Number.isSafeInteger(tally.samples) && tally.samples > 0))
      throw new HoldoutError("dataset", `component ${quoteName(id)} has ${tally.samples} samples`);
  }
}

// src/entry/split-dataset.ts
function splitDataset(dataset, request) {
  const componentOf = nameComponents(dataset);
  const proposal = proposeSplit(
    tallyComponents(
      dataset.samples.map((sample) => describeSample(sample, componentOf.get(sample) ?? "", dataset))
    ),
    request
  );
  const splitOf = dataset.samples.map(({ id }, index) => {
    const sample = dataset.samples[index];
    const component = sample === void 0 ? "" : componentOf.get(sample) ?? "";
    return [id, proposal.assignment.get(component) ?? ""];
  }).sort(([a], [b]) => compareText(a, b));
  return { proposal, splitOf: new Map(splitOf) };
}
function nameComponents(dataset) {
  const names = new Map(dataset.samples.map((sample) => [sample, `image ${sample.id}`]));
  for (const component of buildSampleGraph(dataset).components) {
    const subjects = new Set(
      component.map(({ subject: subject2 }) => subject2).filter((subject2) => subject2 !== void 0)
    );
    const [subject] = subjects;
    const name = subjects.size === 1 && subject !== void 0 ? subject : `image ${component[0]?.id ?? ""}`;
    for (const sample of component) names.set(sample, name);
  }
  return names;
}
function describeSample(sample, component, dataset) {
  const split = soleSplit(sample);
  const { subject, domain } = sample;
  const classes = listClasses(sample, dataset);
  const isUsed = isLabelled(sample, dataset.labels);
  return {
    component,
    ...subject !== void 0 && { subject },
    ...split !== void 0 && { split },
    strata: /* @__PURE__ */ new Map([
      ["class", classes],
      ["domain", domain === void 0 ? [] : [domain]],
      // Labels of the target domain are what a split must share out; those of another domain do not stand in for them.
      ["labelled", isUsed ? [domain ?? "yes"] : []]
    ])
  };
}
function listClasses({ classes, label }, { masks, maskClasses }) {
  const mask = label === void 0 ? void 0 : masks.get(label);
  const shown2 = mask?.kind === "mask" ? maskClasses.filter((name, index) => name !== void 0 && (mask.counts[index] ?? 0) > 0) : [];
  return [.../* @__PURE__ */ new Set([...classes, ...shown2.filter((name) => name !== void 0)])];
}

export {
  splitDataset,
  nameComponents
};
