type Point = readonly [x: number, y: number];
type Edge = readonly [from: Point, to: Point];

/** Points beyond which an outline is not looked at: its edges are compared in pairs. */
export const mostPoints = 2_000;

/**
 * Whether two edges of a closed outline cross, each passing through the other. Edges that only touch do not.
 * @param outline x, y, x, y, …; the last point is joined to the first
 */
export function isCrossing(outline: readonly number[]): boolean {
  const edges = listEdges(outline).sort((a, b) => left(a) - left(b));
  return edges.some((edge, at) => {
    for (let next = at + 1; next < edges.length; next++) {
      const other = edges[next] ?? edge;
      if (left(other) > right(edge)) return false;
      if (doCross(edge, other)) return true;
    }
    return false;
  });
}

/** The edges that lead anywhere: a point that stands twice in a row is one. */
function listEdges(outline: readonly number[]): Edge[] {
  const points: Point[] = [];
  for (let at = 0; at + 1 < outline.length; at += 2) points.push([outline[at] ?? 0, outline[at + 1] ?? 0]);
  return points
    .map((point, at): Edge => [point, points[(at + 1) % points.length] ?? point])
    .filter(([from, to]) => from[0] !== to[0] || from[1] !== to[1]);
}

function left([from, to]: Edge): number {
  return Math.min(from[0], to[0]);
}

function right([from, to]: Edge): number {
  return Math.max(from[0], to[0]);
}

/** Whether the ends of each edge lie on different sides of the other one: never so for edges that share an end. */
function doCross(a: Edge, b: Edge): boolean {
  return sideOf(a, b[0]) * sideOf(a, b[1]) < 0 && sideOf(b, a[0]) * sideOf(b, a[1]) < 0;
}

/** −1, 0 or 1, for a point to the right of an edge, on its line or to the left. */
function sideOf([from, to]: Edge, point: Point): number {
  return Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]));
}
