import type { BaselineResult } from '../../model/baseline.ts';
import type { Json, JsonObject } from '../../model/json.ts';

/** What a run showed, for tables and charts: stages with their scores, curves, and where it ran. */
export function measureBaseline(result: BaselineResult): JsonObject {
  const { status, reason, input, task, trainer, model, environment, settings, samples, notes, resources } =
    result;
  return toJson({
    status,
    // The sentence stands in the finding: it may name files.
    ...(reason && { reason: reason.code }),
    ...(input && { input }),
    ...(task !== undefined && { task }),
    trainer,
    ...(model && { model }),
    ...(environment && { environment }),
    ...(settings && { settings }),
    ...(samples && { samples }),
    notes,
    stages: result.stages,
    curves: result.curves,
    ...(resources && { resources }),
  });
}

/** The same as plain JSON: what is undefined is left out. */
function toJson(value: object): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]: [string, unknown]) =>
      entry === undefined ? [] : [[key, toValue(entry)]],
    ),
  );
}

function toValue(value: unknown): Json {
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value === 'object' && value !== null) return toJson(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
