import type { RawFinding } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Sample } from '../../model/sample.ts';
import { nameSplits } from './like-pairs.ts';
import { buildSampleGraph, findPath, type Link, type SampleGraph } from './sample-graph.ts';
import { describeSpread, locationOf, nameSample, spreadOverSplits, subjectsOf } from './split-spread.ts';

/** Links of a path that are shown. */
const maxLinksShown = 12;

/**
 * Sets of subjects that pictures tie together although their ids differ, and that stand in different splits: either
 * the ids mean one subject, or a picture is filed under the wrong one. Each is shown with the path of evidence from a
 * sample of one split to a sample of the other.
 */
export function findJoinedSubjects(dataset: Dataset): RawFinding[] {
  const graph = buildSampleGraph(dataset);
  return graph.components.flatMap((component) => {
    const path = findPathAcross(component, graph);
    return path ? [describeJoin(component, path)] : [];
  });
}

/** A way between samples of different subjects in different splits, its end in the split that holds fewest. */
function findPathAcross(component: readonly Sample[], graph: SampleGraph): Link[] | undefined {
  const placed = component.filter(({ subject, splits }) => subject !== undefined && splits.length > 0);
  const spread = [...spreadOverSplits(placed)].sort(([, a], [, b]) => a.length - b.length);
  if (spread.length < 2) return undefined;
  for (const [split, members] of spread)
    for (const subject of subjectsOf(members)) {
      const sources = placed.filter((sample) => sample.subject !== subject && !sample.splits.includes(split));
      const path =
        sources.length === 0
          ? undefined
          : findPath(graph, sources, (end) => end.subject === subject && end.splits.includes(split));
      if (path) return path;
    }
  return undefined;
}

function describeJoin(component: readonly Sample[], path: readonly Link[]): RawFinding {
  const ids = subjectsOf(component);
  const spread = spreadOverSplits(component);
  const location = locationOf(spread);
  const key = path.find(({ tie }) => tie.kind === 'copy' || tie.kind === 'pixels') ?? path[0];
  return {
    key: `joined:${ids.join('|')}`,
    messageId: 'joined',
    data: {
      ids,
      splits: describeSpread(spread),
      a: key?.from.id ?? '',
      aSplit: nameSplits(key?.from),
      b: key?.to.id ?? '',
      bSplit: nameSplits(key?.to),
      tie: key ? nameTie(key) : '',
    },
    samples: component.map(({ id }) => id),
    subjects: ids,
    ...(location && { location }),
    evidence: {
      path: path.slice(0, maxLinksShown).map(describeLink),
      ...(path.length > maxLinksShown && { furtherLinks: path.length - maxLinksShown }),
    },
  };
}

/** `a.png (m.csv:3) – b.png (m.csv:9): copy, mirrored, correlation 0.998`. */
function describeLink(link: Link): string {
  return `${nameSample(link.from)} – ${nameSample(link.to)}: ${nameTie(link)}`;
}

function nameTie({ tie }: Link): string {
  switch (tie.kind) {
    case 'subject':
      return `subject ${tie.subject}`;
    case 'group':
      return `${tie.group} ${tie.id}`;
    case 'pixels':
      return 'same pixels';
    case 'copy': {
      const { orientation, correlation } = tie.pair;
      return `copy, ${orientation}, correlation ${Number(correlation.toPrecision(3))}`;
    }
  }
}
