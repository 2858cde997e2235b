import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/report/charts/chart-names.ts
var themes = ["light", "dark"];
var plainId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
var maxIdLength = 60;
function nameChartPicture({ id }, theme, format) {
  return plainId.test(id) && id.length <= maxIdLength ? `${id}-${theme}.${format}` : void 0;
}

export {
  themes,
  nameChartPicture
};
