import { countOnly } from '../audit/count-only.ts';
import { hideSubjects } from '../audit/hide-subjects.ts';
import { runAuditInFull } from '../audit/run-audit.ts';
import { selectChecks } from '../audit/select-checks.ts';
import { listFindings } from '../change/compare-findings.ts';
import type { BaselineResult } from '../model/baseline.ts';
import type { Privacy } from '../model/config.ts';
import type { Report } from '../model/report.ts';
import { auditChange } from './audit-change.ts';
import { addBaseline, chooseFacts } from './judge-dataset.ts';
import { catalogue, loadDataset, type DatasetRequest, type LoadedDataset } from './load-dataset.ts';
import type { BaseChoice } from './open-base.ts';
import { rememberAudit } from './remembered-audit.ts';

export interface CheckRequest extends DatasetRequest {
  /** What a trainer answered, to be judged with the dataset. */
  readonly baseline?: BaselineResult;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the report shows, whatever the config says. */
  readonly privacy?: Privacy;
  /** Secret from which pseudonyms are made. */
  readonly privacyKey?: string;
  /** Version of holdout. */
  readonly version: string;
  /** What the dataset is compared with, and whose config says what is asked of it. */
  readonly base?: BaseChoice;
  /** Folder that the sheet of samples is drawn into; without it, none is drawn. */
  readonly picturesFolder?: string;
}

/** A dataset, its subjects named as the report names them, with what was found out about it. */
export interface AuditedDataset extends LoadedDataset {
  readonly report: Report;
}

/**
 * Audits a dataset: config, inventory, fingerprints, checks, report.
 * @throws ConfigError, whose places are relative to the dataset's directory; DatasetError; EnvironmentError
 */
export async function auditDataset(request: CheckRequest): Promise<AuditedDataset> {
  const { baseline, base } = request;
  if (base) return auditChange(request, base);
  const loaded = await loadDataset(request, (config) => chooseFacts(config, baseline));
  const { config } = loaded;
  const judged = addBaseline(loaded.dataset, config, baseline);
  const { today, version, cache, privacy = config.report.privacy, privacyKey } = request;
  const { dataset, accept } =
    privacy === 'open'
      ? { dataset: judged, accept: config.accept }
      : hideSubjects(judged, config.accept, privacyKey);
  const asked = { ...config, accept };
  const full = runAuditInFull(dataset, selectChecks(catalogue, config), { config: asked, today, version });
  if (cache) await rememberAudit(cache.folder, { dataset, config: asked, today }, listFindings(full));
  const { report } = full;
  return { ...loaded, dataset, report: privacy === 'strict' ? countOnly(report, dataset) : report };
}

/** The report of `auditDataset` alone; with pictures where they are asked for. */
export async function checkDataset(request: CheckRequest): Promise<Report> {
  const audited = await auditDataset(request);
  const { picturesFolder, workers } = request;
  // Loaded when needed, as it brings a rasteriser and fonts.
  if (picturesFolder !== undefined)
    await (await import('./draw-pictures.ts')).drawPictures(audited, picturesFolder, workers);
  return audited.report;
}
