import type { Check } from '../model/check.ts';
import { published } from './baseline/published.ts';
import { smoke } from './baseline/smoke.ts';
import { balance } from './classes/balance.ts';
import { coverage } from './classes/coverage.ts';
import { labelled } from './composition/labelled.ts';
import { splits } from './composition/splits.ts';
import { confound } from './domain/confound.ts';
import { shift } from './domain/shift.ts';
import { withinSplit } from './duplicates/within-split.ts';
import { readable } from './images/readable.ts';
import { annotations } from './labels/annotations.ts';
import { boxes } from './labels/boxes.ts';
import { doubtfulBoxes } from './labels/doubtful-boxes.ts';
import { classNames } from './labels/class-names.ts';
import { conflict } from './labels/conflict.ts';
import { empty } from './labels/empty.ts';
import { geometry } from './labels/geometry.ts';
import { missing } from './labels/missing.ts';
import { orphan } from './labels/orphan.ts';
import { palette } from './labels/palette.ts';
import { sample } from './labels/sample.ts';
import { shapes } from './labels/shapes.ts';
import { values } from './labels/values.ts';
import { alias } from './leakage/alias.ts';
import { duplicate } from './leakage/duplicate.ts';
import { group } from './leakage/group.ts';
import { nearDuplicate } from './leakage/near-duplicate.ts';
import { scene } from './leakage/scene.ts';
import { subject } from './leakage/subject.ts';
import { conflicts } from './manifest/conflicts.ts';
import { files } from './manifest/files.ts';
import { paths } from './manifest/paths.ts';
import { rows } from './manifest/rows.ts';
import { unlisted } from './manifest/unlisted.ts';
import { count } from './subjects/count.ts';
import { identified } from './subjects/identified.ts';

/** Every check by its id, in the order of the catalogue. */
export const checks: Readonly<Record<string, Check>> = {
  'leakage/subject': subject,
  'leakage/group': group,
  'leakage/duplicate': duplicate,
  'leakage/near-duplicate': nearDuplicate,
  'leakage/scene': scene,
  'leakage/alias': alias,
  'duplicates/within-split': withinSplit,
  'subjects/count': count,
  'subjects/identified': identified,
  'composition/labelled': labelled,
  'composition/splits': splits,
  'classes/balance': balance,
  'classes/coverage': coverage,
  'labels/missing': missing,
  'labels/orphan': orphan,
  'labels/empty': empty,
  'labels/class-names': classNames,
  'labels/geometry': geometry,
  'labels/palette': palette,
  'labels/values': values,
  'labels/shapes': shapes,
  'labels/conflict': conflict,
  'labels/boxes': boxes,
  'labels/doubtful-boxes': doubtfulBoxes,
  'labels/annotations': annotations,
  'labels/sample': sample,
  'domain/shift': shift,
  'domain/confound': confound,
  'images/readable': readable,
  'baseline/published': published,
  'baseline/smoke': smoke,
  'manifest/files': files,
  'manifest/paths': paths,
  'manifest/rows': rows,
  'manifest/unlisted': unlisted,
  'manifest/conflicts': conflicts,
};
