import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  describeChoice,
  describeClass,
  describeOrigin,
  formatColor,
  isObject,
  lightColors,
  makeLegend
} from "./chunk-LNLBBHNQ.js";
import {
  DecodePool,
  listAnnotatedImages,
  replaceFile,
  severities
} from "./chunk-ZEQLAQ6Z.js";
import {
  Markup,
  emptyMarkup,
  fillHtml,
  joinMarkup,
  severityWords
} from "./chunk-YQ3SQXUQ.js";
import {
  formatCount,
  formatQuantity,
  formatShare
} from "./chunk-TJ7LRL3D.js";
import {
  revealInvisible
} from "./chunk-LDMXMTXC.js";
import {
  HoldoutError,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

// node_modules/@resvg/resvg-wasm/index.mjs
var wasm;
var heap = new Array(128).fill(void 0);
heap.push(void 0, null, true, false);
var heap_next = heap.length;
function addHeapObject(obj) {
  if (heap_next === heap.length)
    heap.push(heap.length + 1);
  const idx = heap_next;
  heap_next = heap[idx];
  heap[idx] = obj;
  return idx;
}
function getObject(idx) {
  return heap[idx];
}
function dropObject(idx) {
  if (idx < 132)
    return;
  heap[idx] = heap_next;
  heap_next = idx;
}
function takeObject(idx) {
  const ret = getObject(idx);
  dropObject(idx);
  return ret;
}
var WASM_VECTOR_LEN = 0;
var cachedUint8Memory0 = null;
function getUint8Memory0() {
  if (cachedUint8Memory0 === null || cachedUint8Memory0.byteLength === 0) {
    cachedUint8Memory0 = new Uint8Array(wasm.memory.buffer);
  }
  return cachedUint8Memory0;
}
var cachedTextEncoder = typeof TextEncoder !== "undefined" ? new TextEncoder("utf-8") : { encode: () => {
  throw Error("TextEncoder not available");
} };
var encodeString = typeof cachedTextEncoder.encodeInto === "function" ? function(arg, view) {
  return cachedTextEncoder.encodeInto(arg, view);
} : function(arg, view) {
  const buf = cachedTextEncoder.encode(arg);
  view.set(buf);
  return {
    read: arg.length,
    written: buf.length
  };
};
function passStringToWasm0(arg, malloc, realloc) {
  if (realloc === void 0) {
    const buf = cachedTextEncoder.encode(arg);
    const ptr2 = malloc(buf.length, 1) >>> 0;
    getUint8Memory0().subarray(ptr2, ptr2 + buf.length).set(buf);
    WASM_VECTOR_LEN = buf.length;
    return ptr2;
  }
  let len = arg.length;
  let ptr = malloc(len, 1) >>> 0;
  const mem = getUint8Memory0();
  let offset = 0;
  for (; offset < len; offset++) {
    const code = arg.charCodeAt(offset);
    if (code > 127)
      break;
    mem[ptr + offset] = code;
  }
  if (offset !== len) {
    if (offset !== 0) {
      arg = arg.slice(offset);
    }
    ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
    const view = getUint8Memory0().subarray(ptr + offset, ptr + len);
    const ret = encodeString(arg, view);
    offset += ret.written;
    ptr = realloc(ptr, len, offset, 1) >>> 0;
  }
  WASM_VECTOR_LEN = offset;
  return ptr;
}
function isLikeNone(x) {
  return x === void 0 || x === null;
}
var cachedInt32Memory0 = null;
function getInt32Memory0() {
  if (cachedInt32Memory0 === null || cachedInt32Memory0.byteLength === 0) {
    cachedInt32Memory0 = new Int32Array(wasm.memory.buffer);
  }
  return cachedInt32Memory0;
}
var cachedTextDecoder = typeof TextDecoder !== "undefined" ? new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }) : { decode: () => {
  throw Error("TextDecoder not available");
} };
if (typeof TextDecoder !== "undefined") {
  cachedTextDecoder.decode();
}
function getStringFromWasm0(ptr, len) {
  ptr = ptr >>> 0;
  return cachedTextDecoder.decode(getUint8Memory0().subarray(ptr, ptr + len));
}
function _assertClass(instance, klass) {
  if (!(instance instanceof klass)) {
    throw new Error(`expected instance of ${klass.name}`);
  }
  return instance.ptr;
}
function handleError(f, args) {
  try {
    return f.apply(this, args);
  } catch (e) {
    wasm.__wbindgen_exn_store(addHeapObject(e));
  }
}
var BBoxFinalization = typeof FinalizationRegistry === "undefined" ? { register: () => {
}, unregister: () => {
} } : new FinalizationRegistry((ptr) => wasm.__wbg_bbox_free(ptr >>> 0));
var BBox = class _BBox {
  static __wrap(ptr) {
    ptr = ptr >>> 0;
    const obj = Object.create(_BBox.prototype);
    obj.__wbg_ptr = ptr;
    BBoxFinalization.register(obj, obj.__wbg_ptr, obj);
    return obj;
  }
  __destroy_into_raw() {
    const ptr = this.__wbg_ptr;
    this.__wbg_ptr = 0;
    BBoxFinalization.unregister(this);
    return ptr;
  }
  free() {
    const ptr = this.__destroy_into_raw();
    wasm.__wbg_bbox_free(ptr);
  }
  /**
  * @returns {number}
  */
  get x() {
    const ret = wasm.__wbg_get_bbox_x(this.__wbg_ptr);
    return ret;
  }
  /**
  * @param {number} arg0
  */
  set x(arg0) {
    wasm.__wbg_set_bbox_x(this.__wbg_ptr, arg0);
  }
  /**
  * @returns {number}
  */
  get y() {
    const ret = wasm.__wbg_get_bbox_y(this.__wbg_ptr);
    return ret;
  }
  /**
  * @param {number} arg0
  */
  set y(arg0) {
    wasm.__wbg_set_bbox_y(this.__wbg_ptr, arg0);
  }
  /**
  * @returns {number}
  */
  get width() {
    const ret = wasm.__wbg_get_bbox_width(this.__wbg_ptr);
    return ret;
  }
  /**
  * @param {number} arg0
  */
  set width(arg0) {
    wasm.__wbg_set_bbox_width(this.__wbg_ptr, arg0);
  }
  /**
  * @returns {number}
  */
  get height() {
    const ret = wasm.__wbg_get_bbox_height(this.__wbg_ptr);
    return ret;
  }
  /**
  * @param {number} arg0
  */
  set height(arg0) {
    wasm.__wbg_set_bbox_height(this.__wbg_ptr, arg0);
  }
};
var RenderedImageFinalization = typeof FinalizationRegistry === "undefined" ? { register: () => {
}, unregister: () => {
} } : new FinalizationRegistry((ptr) => wasm.__wbg_renderedimage_free(ptr >>> 0));
var RenderedImage = class _RenderedImage {
  static __wrap(ptr) {
    ptr = ptr >>> 0;
    const obj = Object.create(_RenderedImage.prototype);
    obj.__wbg_ptr = ptr;
    RenderedImageFinalization.register(obj, obj.__wbg_ptr, obj);
    return obj;
  }
  __destroy_into_raw() {
    const ptr = this.__wbg_ptr;
    this.__wbg_ptr = 0;
    RenderedImageFinalization.unregister(this);
    return ptr;
  }
  free() {
    const ptr = this.__destroy_into_raw();
    wasm.__wbg_renderedimage_free(ptr);
  }
  /**
  * Get the PNG width
  * @returns {number}
  */
  get width() {
    const ret = wasm.renderedimage_width(this.__wbg_ptr);
    return ret >>> 0;
  }
  /**
  * Get the PNG height
  * @returns {number}
  */
  get height() {
    const ret = wasm.renderedimage_height(this.__wbg_ptr);
    return ret >>> 0;
  }
  /**
  * Write the image data to Uint8Array
  * @returns {Uint8Array}
  */
  asPng() {
    try {
      const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
      wasm.renderedimage_asPng(retptr, this.__wbg_ptr);
      var r0 = getInt32Memory0()[retptr / 4 + 0];
      var r1 = getInt32Memory0()[retptr / 4 + 1];
      var r2 = getInt32Memory0()[retptr / 4 + 2];
      if (r2) {
        throw takeObject(r1);
      }
      return takeObject(r0);
    } finally {
      wasm.__wbindgen_add_to_stack_pointer(16);
    }
  }
  /**
  * Get the RGBA pixels of the image
  * @returns {Uint8Array}
  */
  get pixels() {
    const ret = wasm.renderedimage_pixels(this.__wbg_ptr);
    return takeObject(ret);
  }
};
var ResvgFinalization = typeof FinalizationRegistry === "undefined" ? { register: () => {
}, unregister: () => {
} } : new FinalizationRegistry((ptr) => wasm.__wbg_resvg_free(ptr >>> 0));
var Resvg = class {
  __destroy_into_raw() {
    const ptr = this.__wbg_ptr;
    this.__wbg_ptr = 0;
    ResvgFinalization.unregister(this);
    return ptr;
  }
  free() {
    const ptr = this.__destroy_into_raw();
    wasm.__wbg_resvg_free(ptr);
  }
  /**
  * @param {Uint8Array | string} svg
  * @param {string | undefined} [options]
  * @param {Array<any> | undefined} [custom_font_buffers]
  */
  constructor(svg, options, custom_font_buffers) {
    try {
      const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
      var ptr0 = isLikeNone(options) ? 0 : passStringToWasm0(options, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
      var len0 = WASM_VECTOR_LEN;
      wasm.resvg_new(retptr, addHeapObject(svg), ptr0, len0, isLikeNone(custom_font_buffers) ? 0 : addHeapObject(custom_font_buffers));
      var r0 = getInt32Memory0()[retptr / 4 + 0];
      var r1 = getInt32Memory0()[retptr / 4 + 1];
      var r2 = getInt32Memory0()[retptr / 4 + 2];
      if (r2) {
        throw takeObject(r1);
      }
      this.__wbg_ptr = r0 >>> 0;
      return this;
    } finally {
      wasm.__wbindgen_add_to_stack_pointer(16);
    }
  }
  /**
  * Get the SVG width
  * @returns {number}
  */
  get width() {
    const ret = wasm.resvg_width(this.__wbg_ptr);
    return ret;
  }
  /**
  * Get the SVG height
  * @returns {number}
  */
  get height() {
    const ret = wasm.resvg_height(this.__wbg_ptr);
    return ret;
  }
  /**
  * Renders an SVG in Wasm
  * @returns {RenderedImage}
  */
  render() {
    try {
      const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
      wasm.resvg_render(retptr, this.__wbg_ptr);
      var r0 = getInt32Memory0()[retptr / 4 + 0];
      var r1 = getInt32Memory0()[retptr / 4 + 1];
      var r2 = getInt32Memory0()[retptr / 4 + 2];
      if (r2) {
        throw takeObject(r1);
      }
      return RenderedImage.__wrap(r0);
    } finally {
      wasm.__wbindgen_add_to_stack_pointer(16);
    }
  }
  /**
  * Output usvg-simplified SVG string
  * @returns {string}
  */
  toString() {
    let deferred1_0;
    let deferred1_1;
    try {
      const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
      wasm.resvg_toString(retptr, this.__wbg_ptr);
      var r0 = getInt32Memory0()[retptr / 4 + 0];
      var r1 = getInt32Memory0()[retptr / 4 + 1];
      deferred1_0 = r0;
      deferred1_1 = r1;
      return getStringFromWasm0(r0, r1);
    } finally {
      wasm.__wbindgen_add_to_stack_pointer(16);
      wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
    }
  }
  /**
  * Calculate a maximum bounding box of all visible elements in this SVG.
  *
  * Note: path bounding box are approx values.
  * @returns {BBox | undefined}
  */
  innerBBox() {
    const ret = wasm.resvg_innerBBox(this.__wbg_ptr);
    return ret === 0 ? void 0 : BBox.__wrap(ret);
  }
  /**
  * Calculate a maximum bounding box of all visible elements in this SVG.
  * This will first apply transform.
  * Similar to `SVGGraphicsElement.getBBox()` DOM API.
  * @returns {BBox | undefined}
  */
  getBBox() {
    const ret = wasm.resvg_getBBox(this.__wbg_ptr);
    return ret === 0 ? void 0 : BBox.__wrap(ret);
  }
  /**
  * Use a given `BBox` to crop the svg. Currently this method simply changes
  * the viewbox/size of the svg and do not move the elements for simplicity
  * @param {BBox} bbox
  */
  cropByBBox(bbox) {
    _assertClass(bbox, BBox);
    wasm.resvg_cropByBBox(this.__wbg_ptr, bbox.__wbg_ptr);
  }
  /**
  * @returns {Array<any>}
  */
  imagesToResolve() {
    try {
      const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
      wasm.resvg_imagesToResolve(retptr, this.__wbg_ptr);
      var r0 = getInt32Memory0()[retptr / 4 + 0];
      var r1 = getInt32Memory0()[retptr / 4 + 1];
      var r2 = getInt32Memory0()[retptr / 4 + 2];
      if (r2) {
        throw takeObject(r1);
      }
      return takeObject(r0);
    } finally {
      wasm.__wbindgen_add_to_stack_pointer(16);
    }
  }
  /**
  * @param {string} href
  * @param {Uint8Array} buffer
  */
  resolveImage(href, buffer) {
    try {
      const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
      const ptr0 = passStringToWasm0(href, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
      const len0 = WASM_VECTOR_LEN;
      wasm.resvg_resolveImage(retptr, this.__wbg_ptr, ptr0, len0, addHeapObject(buffer));
      var r0 = getInt32Memory0()[retptr / 4 + 0];
      var r1 = getInt32Memory0()[retptr / 4 + 1];
      if (r1) {
        throw takeObject(r0);
      }
    } finally {
      wasm.__wbindgen_add_to_stack_pointer(16);
    }
  }
};
async function __wbg_load(module, imports) {
  if (typeof Response === "function" && module instanceof Response) {
    if (typeof WebAssembly.instantiateStreaming === "function") {
      try {
        return await WebAssembly.instantiateStreaming(module, imports);
      } catch (e) {
        if (module.headers.get("Content-Type") != "application/wasm") {
          console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve wasm with `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n", e);
        } else {
          throw e;
        }
      }
    }
    const bytes = await module.arrayBuffer();
    return await WebAssembly.instantiate(bytes, imports);
  } else {
    const instance = await WebAssembly.instantiate(module, imports);
    if (instance instanceof WebAssembly.Instance) {
      return { instance, module };
    } else {
      return instance;
    }
  }
}
function __wbg_get_imports() {
  const imports = {};
  imports.wbg = {};
  imports.wbg.__wbg_new_28c511d9baebfa89 = function(arg0, arg1) {
    const ret = new Error(getStringFromWasm0(arg0, arg1));
    return addHeapObject(ret);
  };
  imports.wbg.__wbindgen_memory = function() {
    const ret = wasm.memory;
    return addHeapObject(ret);
  };
  imports.wbg.__wbg_buffer_12d079cc21e14bdb = function(arg0) {
    const ret = getObject(arg0).buffer;
    return addHeapObject(ret);
  };
  imports.wbg.__wbg_newwithbyteoffsetandlength_aa4a17c33a06e5cb = function(arg0, arg1, arg2) {
    const ret = new Uint8Array(getObject(arg0), arg1 >>> 0, arg2 >>> 0);
    return addHeapObject(ret);
  };
  imports.wbg.__wbindgen_object_drop_ref = function(arg0) {
    takeObject(arg0);
  };
  imports.wbg.__wbg_new_63b92bc8671ed464 = function(arg0) {
    const ret = new Uint8Array(getObject(arg0));
    return addHeapObject(ret);
  };
  imports.wbg.__wbg_values_839f3396d5aac002 = function(arg0) {
    const ret = getObject(arg0).values();
    return addHeapObject(ret);
  };
  imports.wbg.__wbg_next_196c84450b364254 = function() {
    return handleError(function(arg0) {
      const ret = getObject(arg0).next();
      return addHeapObject(ret);
    }, arguments);
  };
  imports.wbg.__wbg_done_298b57d23c0fc80c = function(arg0) {
    const ret = getObject(arg0).done;
    return ret;
  };
  imports.wbg.__wbg_value_d93c65011f51a456 = function(arg0) {
    const ret = getObject(arg0).value;
    return addHeapObject(ret);
  };
  imports.wbg.__wbg_instanceof_Uint8Array_2b3bbecd033d19f6 = function(arg0) {
    let result;
    try {
      result = getObject(arg0) instanceof Uint8Array;
    } catch (_) {
      result = false;
    }
    const ret = result;
    return ret;
  };
  imports.wbg.__wbindgen_string_get = function(arg0, arg1) {
    const obj = getObject(arg1);
    const ret = typeof obj === "string" ? obj : void 0;
    var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    var len1 = WASM_VECTOR_LEN;
    getInt32Memory0()[arg0 / 4 + 1] = len1;
    getInt32Memory0()[arg0 / 4 + 0] = ptr1;
  };
  imports.wbg.__wbg_new_16b304a2cfa7ff4a = function() {
    const ret = new Array();
    return addHeapObject(ret);
  };
  imports.wbg.__wbindgen_string_new = function(arg0, arg1) {
    const ret = getStringFromWasm0(arg0, arg1);
    return addHeapObject(ret);
  };
  imports.wbg.__wbg_push_a5b05aedc7234f9f = function(arg0, arg1) {
    const ret = getObject(arg0).push(getObject(arg1));
    return ret;
  };
  imports.wbg.__wbg_length_c20a40f15020d68a = function(arg0) {
    const ret = getObject(arg0).length;
    return ret;
  };
  imports.wbg.__wbg_set_a47bac70306a19a7 = function(arg0, arg1, arg2) {
    getObject(arg0).set(getObject(arg1), arg2 >>> 0);
  };
  imports.wbg.__wbindgen_throw = function(arg0, arg1) {
    throw new Error(getStringFromWasm0(arg0, arg1));
  };
  return imports;
}
function __wbg_init_memory(imports, maybe_memory) {
}
function __wbg_finalize_init(instance, module) {
  wasm = instance.exports;
  __wbg_init.__wbindgen_wasm_module = module;
  cachedInt32Memory0 = null;
  cachedUint8Memory0 = null;
  return wasm;
}
async function __wbg_init(input) {
  if (wasm !== void 0)
    return wasm;
  if (typeof input === "undefined") {
    input = new URL("index_bg.wasm", void 0);
  }
  const imports = __wbg_get_imports();
  if (typeof input === "string" || typeof Request === "function" && input instanceof Request || typeof URL === "function" && input instanceof URL) {
    input = fetch(input);
  }
  __wbg_init_memory(imports);
  const { instance, module } = await __wbg_load(await input, imports);
  return __wbg_finalize_init(instance, module);
}
var dist_default = __wbg_init;
var initialized = false;
var initWasm = async (module_or_path) => {
  if (initialized) {
    throw new Error("Already initialized. The `initWasm()` function can be used only once.");
  }
  await dist_default(await module_or_path);
  initialized = true;
};
var Resvg2 = class extends Resvg {
  /**
   * @param {Uint8Array | string} svg
   * @param {ResvgRenderOptions | undefined} options
   */
  constructor(svg, options) {
    if (!initialized)
      throw new Error("Wasm has not been initialized. Call `initWasm()` function.");
    const font = options?.font;
    if (!!font && isCustomFontsOptions(font)) {
      const serializableOptions = {
        ...options,
        font: {
          ...font,
          fontBuffers: void 0
        }
      };
      super(svg, JSON.stringify(serializableOptions), font.fontBuffers);
    } else {
      super(svg, JSON.stringify(options));
    }
  }
};
function isCustomFontsOptions(value) {
  return Object.prototype.hasOwnProperty.call(value, "fontBuffers");
}

// src/report/drawing/font-metrics.ts
function readFontMetrics(bytes) {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unitsPerEm = font.getUint16(findTable(font, "head") + 18);
  const longMetrics = font.getUint16(findTable(font, "hhea") + 34);
  const metrics = findTable(font, "hmtx");
  const glyphs = readCharacterMap(font, findTable(font, "cmap"));
  return {
    hasGlyph: (codePoint) => glyphs.has(codePoint),
    widthOf: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      if (glyph === void 0) return 0;
      return font.getUint16(metrics + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm;
    }
  };
}
function findTable(font, name) {
  const tables = font.getUint16(4);
  for (let table = 0; table < tables; table++) {
    const at = 12 + 16 * table;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)));
    if (tag === name) return font.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${name}`);
}
var unicodeMaps = { 12: readGroups, 4: readSegments };
function readCharacterMap(font, cmap) {
  const maps = Array.from({ length: font.getUint16(cmap + 2) }, (_, index) => {
    const record = cmap + 4 + 8 * index;
    const at = cmap + font.getUint32(record + 4);
    return { platform: font.getUint16(record), at, format: font.getUint16(at) };
  });
  for (const format of [12, 4]) {
    const found = maps.find((map) => map.format === format && (map.platform === 0 || map.platform === 3));
    if (found) return unicodeMaps[format](font, found.at);
  }
  throw new Error("the font has no map of Unicode");
}
function readGroups(font, at) {
  const glyphs = /* @__PURE__ */ new Map();
  for (let group = 0; group < font.getUint32(at + 12); group++) {
    const record = at + 16 + 12 * group;
    const [first, last, glyph] = [0, 4, 8].map((offset) => font.getUint32(record + offset));
    if (first === void 0 || last === void 0 || glyph === void 0) continue;
    for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}
function readSegments(font, at) {
  const glyphs = /* @__PURE__ */ new Map();
  const bytes = font.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes];
  for (let segment = 0; segment < bytes; segment += 2) {
    const delta = font.getUint16(at + deltas + segment);
    const offset = font.getUint16(at + offsets + segment);
    const start = font.getUint16(at + starts + segment);
    for (let code = start; code <= font.getUint16(at + ends + segment) && code < 65535; code++) {
      const stored = offset === 0 ? code : font.getUint16(at + offsets + segment + offset + 2 * (code - start));
      const glyph = offset !== 0 && stored === 0 ? 0 : stored + delta & 65535;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

// src/report/drawing/png.ts
import { crc32, deflateSync } from "node:zlib";
var signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
var headerBytes = 25;
var mark = makeChunk("tEXt", new TextEncoder().encode("Software\0holdout"));
function encodePng(width, height, colors) {
  const rowBytes = 3 * width;
  const rows = new Uint8Array((rowBytes + 1) * height);
  for (let row = 0; row < height; row++)
    rows.set(colors.subarray(row * rowBytes, (row + 1) * rowBytes), row * (rowBytes + 1) + 1);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2], 8);
  return join([
    signature,
    makeChunk("IHDR", header),
    makeChunk("IDAT", deflateSync(rows, { level: 1 })),
    makeChunk("IEND", new Uint8Array(0))
  ]);
}
function markPng(png) {
  const at = signature.length + headerBytes;
  return join([png.subarray(0, at), mark, png.subarray(at)]);
}
var markedPngBytes = signature.length + headerBytes + mark.length;
function isMarkedPng(beginning) {
  const found = beginning.subarray(signature.length + headerBytes, markedPngBytes);
  return signature.every((byte, at) => beginning[at] === byte) && mark.every((byte, at) => found[at] === byte);
}
function makeChunk(name, data) {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(name), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  return chunk;
}
function join(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

// src/report/drawing/rasterizer.ts
var fontFamily = "DejaVu Sans Condensed";
var initialized2;
async function openRasterizer({ wasm: wasm2, regular, bold }) {
  await (initialized2 ??= initWasm(wasm2));
  return {
    regular: readFontMetrics(regular),
    bold: readFontMetrics(bold),
    draw: ({ text }) => {
      const drawing = new Resvg2(text, {
        font: { fontBuffers: [regular, bold], defaultFontFamily: fontFamily }
      });
      const picture = drawing.render();
      try {
        return markPng(picture.asPng());
      } finally {
        picture.free();
        drawing.free();
      }
    }
  };
}

// src/report/drawing/fit-text.ts
var maxTextLength = 2e3;
var box = "□";
var unsettling = /[\p{M}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
function makeDrawable(text, font) {
  const whole = shortenMiddle(text, maxTextLength).normalize("NFC");
  return Array.from(
    revealInvisible(whole),
    (character) => font.hasGlyph(character.codePointAt(0) ?? 0) && !unsettling.test(character) ? character : box
  ).join("");
}
function measureText(text, fontSize, font) {
  let ems = 0;
  for (const character of text) ems += font.widthOf(character.codePointAt(0) ?? 0);
  return ems * fontSize;
}
function fitText(text, width, fontSize, font) {
  return fitDrawable(makeDrawable(text, font), width, fontSize, font);
}
function fitDrawable(text, width, fontSize, font) {
  if (measureText(text, fontSize, font) <= width) return text;
  let [fitting, tooLong] = [1, Array.from(text).length];
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (measureText(shortenMiddle(text, middle), fontSize, font) <= width) fitting = middle;
    else tooLong = middle;
  }
  return shortenMiddle(text, fitting);
}
function wrapText(text, { width, lines: maxLines }, fontSize, font) {
  const words = makeDrawable(text, font).split(" ").filter((word) => word !== "");
  const lines = [];
  let line = "";
  for (const [index, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || measureText(longer, fontSize, font) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === maxLines - 1) {
      line = [line, ...words.slice(index)].join(" ");
      return [...lines, cutEnd(line, width, fontSize, font)];
    }
    lines.push(fitDrawable(line, width, fontSize, font));
    line = word;
  }
  return line === "" ? lines : [...lines, fitDrawable(line, width, fontSize, font)];
}
function cutEnd(text, width, fontSize, font) {
  const characters = Array.from(text);
  let used = measureText("…", fontSize, font);
  let kept = 0;
  for (const character of characters) {
    used += measureText(character, fontSize, font);
    if (used > width) break;
    kept++;
  }
  return `${characters.slice(0, kept).join("").trimEnd()}…`;
}

// src/report/sheet/paint.ts
var backgroundColor = [22, 24, 28];
var ignoredColor = [120, 124, 130];
var undeclaredColor = [255, 255, 255];
var fillShare = 0.35;
function paintMask({ places }, colors) {
  const painted = new Uint8Array(3 * places.length);
  places.forEach((place, pixel) => painted.set(colorOf(place, colors) ?? greyOf(place), 3 * pixel));
  return painted;
}
function paintOverlay(image, mask, colors) {
  const { width, height } = image;
  const painted = image.colors.slice();
  const placeAt = (x, y) => {
    const column = Math.floor((x + 0.5) * mask.width / width);
    const row = Math.floor((y + 0.5) * mask.height / height);
    return mask.places[row * mask.width + column] ?? -1;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = placeAt(x, y);
      const color = place === -1 ? undeclaredColor : colorOf(place, colors);
      if (!color) continue;
      const share = touchesOther(x, y, place) ? 1 : fillShare;
      const at = 3 * (y * width + x);
      for (let channel = 0; channel < 3; channel++)
        painted[at + channel] = Math.round(
          share * (color[channel] ?? 0) + (1 - share) * (image.colors[at + channel] ?? 0)
        );
    }
  }
  return painted;
  function touchesOther(x, y, place) {
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++)
        if (placeAt(column, row) !== place) return true;
    return false;
  }
}
function colorOf(place, colors) {
  return place === -1 ? void 0 : colors[place];
}
function greyOf(place) {
  return place === -1 ? undeclaredColor : place === 0 ? backgroundColor : ignoredColor;
}

// src/report/sheet/tile.ts
var pictureEdge = 208;

// src/report/sheet/panels.ts
var panelGap = 4;
function countPanels({ mask, outlines }) {
  return mask !== void 0 ? 3 : outlines !== void 0 ? 2 : 1;
}
function drawPanels(tile, legend, font) {
  const { image, mask, outlines } = tile;
  const panels = [
    typeof image === "string" ? drawReason(image, font) : drawImage(image, image.colors)
  ];
  if (typeof image !== "string" && mask !== void 0 && typeof mask !== "string") {
    panels.push(drawImage(image, paintOverlay(image, mask, legend.places)));
    panels.push(drawImage(mask, paintMask(mask, legend.places)));
  } else if (mask !== void 0) {
    panels.push(drawReason(typeof mask === "string" ? mask : "no image", font));
  } else if (outlines !== void 0 && typeof image !== "string") {
    panels.push(drawOutlined(image, outlines, legend));
  }
  const placed = panels.map(({ markup, width, height }, index) => {
    const left = index * (pictureEdge + panelGap) + Math.floor((pictureEdge - width) / 2);
    return { markup: fillHtml`<g transform="translate(${left} 0)">${markup}</g>`, height };
  });
  return {
    markup: fillHtml`${placed.map(({ markup }) => markup)}`,
    width: countPanels(tile) * (pictureEdge + panelGap) - panelGap,
    height: Math.max(...placed.map(({ height }) => height))
  };
}
function drawImage({ width, height }, colors) {
  const address = `data:image/png;base64,${Buffer.from(encodePng(width, height, colors)).toString("base64")}`;
  return {
    markup: fillHtml`<image width="${width}" height="${height}" href="${new Markup(address)}"/>`,
    width,
    height
  };
}
function drawReason(reason, font) {
  const size = { width: pictureEdge - 16, lines: 4 };
  const lines = wrapText(`not drawn: ${reason}`, size, 12, font).map(
    (line, index) => fillHtml`<text x="8" y="${22 + 16 * index}" font-size="12" fill="#59626f">${line}</text>`
  );
  const height = 16 * lines.length + 16;
  return {
    markup: fillHtml`<rect width="${pictureEdge}" height="${height}" fill="#e3e6ea"/>${lines}`,
    width: pictureEdge,
    height
  };
}
function drawOutlined(image, outlines, { classes }) {
  const colors = new Map(classes.map(({ name, color }) => [name, color]));
  const { width, height } = image;
  const shapes = outlines.flatMap(({ className, box: box2, polygons }) => {
    const path = polygons.length > 0 ? polygons.map((points) => tracePoints(points, image)).join("") : traceBox(box2, image);
    return path === "" ? [] : [drawShape(path, colors.get(className) ?? undeclaredColor)];
  });
  return {
    markup: fillHtml`<svg width="${width}" height="${height}">${drawImage(image, image.colors).markup}${shapes.length > 0 ? shapes : emptyMarkup}</svg>`,
    width,
    height
  };
}
function drawShape(path, color) {
  const ink2 = formatColor(color);
  return fillHtml`<path d="${path}" fill="${ink2}" fill-opacity="0.12" stroke="#000000" stroke-opacity="0.55" stroke-width="3"/><path d="${path}" fill="none" stroke="${ink2}" stroke-width="1.5"/>`;
}
function traceBox({ xmin, ymin, xmax, ymax }, size) {
  return tracePoints([xmin, ymin, xmax, ymin, xmax, ymax, xmin, ymax], size);
}
var maxShare = 10;
function tracePoints(points, { width, height }) {
  const steps = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [boundShare(points[at]) * width, boundShare(points[at + 1]) * height];
    steps.push(`${at === 0 ? "M" : "L"}${x.toFixed(2)} ${y.toFixed(2)}`);
  }
  return steps.length === 0 ? "" : `${steps.join("")}Z`;
}
function boundShare(share = 0) {
  return Number.isNaN(share) ? 0 : Math.min(maxShare, Math.max(-maxShare, share));
}

// src/report/sheet/sheet-svg.ts
var margin = 24;
var padding = 10;
var tileGap = 14;
var columnsByPanels = { 1: 5, 2: 3, 3: 2 };
var textSize = 13;
var lineHeight = 18;
var maxClassLines = 2;
var maxSuspicions = 2;
var maxOriginLines = 2;
var suspicionLines = { wide: 2, narrow: 4 };
var narrowWidth = pictureEdge + 2 * panelGap;
var swatch = 10;
var { text: ink, quiet, surface, ground, line: border } = lightColors;
var severityColors = {
  error: lightColors.errorText,
  warning: lightColors.warningText,
  info: lightColors.infoText
};
function drawSheet(sheet, fonts) {
  const { tiles, legend } = sheet;
  const panels = Math.max(1, ...tiles.map(countPanels));
  const columns = Math.max(1, Math.min(columnsByPanels[panels], tiles.length));
  const innerWidth = panels * (pictureEdge + panelGap) - panelGap;
  const tileWidth = innerWidth + 2 * padding;
  const width = Math.max(minWidth, 2 * margin + columns * (tileWidth + tileGap) - tileGap);
  const head = drawHead(sheet, panels, width - 2 * margin, fonts);
  const drawn = tiles.map((tile) => drawTile(tile, legend, innerWidth, fonts));
  const placed = [];
  let top = margin + head.height + tileGap;
  for (let first = 0; first < drawn.length; first += columns) {
    const row = drawn.slice(first, first + columns);
    const height2 = Math.max(...row.map((one) => one.height));
    for (const [column, { draw }] of row.entries())
      placed.push(
        fillHtml`<g transform="translate(${margin + column * (tileWidth + tileGap)} ${top})">${draw(tileWidth, height2)}</g>\n`
      );
    top += height2 + tileGap;
  }
  const height = top - tileGap + margin;
  return fillHtml`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" style="font-kerning:none" font-size="${textSize}">
<rect width="${width}" height="${height}" fill="${ground}"/>
<g transform="translate(${margin} ${margin})">${head.markup}</g>
${placed}</svg>`;
}
var minWidth = 720;
function drawTilePictures(tile, legend, fonts) {
  const { markup, width, height } = drawPanels(tile, legend, fonts.regular);
  return fillHtml`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${fontFamily}" style="font-kerning:none">${markup}</svg>`;
}
function drawHead({ words, only, tiles, legend }, panels, width, fonts) {
  const title = `${words.dataset}: ${formatCount(tiles.length)} of ${formatQuantity(words.candidates, "labelled sample")}`;
  const lines = [...describeChoice(words, only), panelWords[panels]];
  const shownClasses = new Set(words.tiles.flatMap(({ classes }) => classes.map(({ name }) => name)));
  const key = drawKey(
    legend.classes.filter(({ name }) => shownClasses.has(name)),
    tiles,
    width,
    fonts
  );
  const top = 30;
  const texts = lines.map(
    (line, index) => fillHtml`<text x="0" y="${top + (index + 1) * lineHeight}" fill="${quiet}">${fitText(line, width, textSize, fonts.regular)}</text>`
  );
  const keyTop = top + lines.length * lineHeight + 14;
  return {
    markup: fillHtml`<text x="0" y="22" font-size="24" font-weight="700" fill="${ink}">${fitText(title, width, 24, fonts.bold)}</text>
${texts}<g transform="translate(0 ${keyTop})">${key.markup}</g>`,
    height: keyTop + key.height
  };
}
var panelWords = {
  1: "Each tile: the image, and the class that its label names.",
  2: "Each tile: the image, and the same with its boxes or outlines.",
  3: "Each tile: the image, the mask drawn over it, and the mask as it was read."
};
function drawKey(classes, tiles, width, fonts) {
  const hasUndeclared = tiles.some(({ mask }) => typeof mask === "object" && mask.places.includes(-1));
  const entries = [
    ...classes.map((one) => ({ color: formatColor(one.color), words: describeClass(one) })),
    ...hasUndeclared ? [{ color: "#ffffff", words: "a value of no class" }] : []
  ];
  return drawEntries(entries, width, maxKeyLines, fonts, 14);
}
var maxKeyLines = 4;
function drawEntries(entries, width, maxLines, fonts, gap, total = entries.length) {
  const placed = [];
  let [x, line, shown] = [0, 0, 0];
  const reserve = measureText(`+ ${formatCount(total)} more`, textSize, fonts.regular);
  for (const { color, words } of entries) {
    const text = fitText(words, width / 2, textSize, fonts.regular);
    const entryWidth = swatch + 5 + measureText(text, textSize, fonts.regular);
    const isLast = shown === total - 1;
    const room = line === maxLines - 1 && !isLast ? width - reserve - gap : width;
    if (x > 0 && x + entryWidth > room) {
      if (line === maxLines - 1) break;
      [x, line] = [0, line + 1];
    }
    placed.push(
      fillHtml`<rect x="${round(x)}" y="${line * lineHeight + 2}" width="${swatch}" height="${swatch}" rx="2" fill="${color}" stroke="#000000" stroke-opacity="0.35"/><text x="${round(x + swatch + 5)}" y="${line * lineHeight + 12}" fill="${ink}">${text}</text>`
    );
    x += entryWidth + gap;
    shown++;
  }
  if (shown < total)
    placed.push(
      fillHtml`<text x="${round(x)}" y="${line * lineHeight + 12}" fill="${quiet}">+ ${formatCount(total - shown)} more</text>`
    );
  return { markup: joinMarkup(placed, ""), height: entries.length === 0 ? 0 : (line + 1) * lineHeight };
}
function drawTile(tile, legend, width, fonts) {
  const { words } = tile;
  const panels = drawPanels(tile, legend, fonts.regular);
  const suspicions = words.suspicions.slice(0, maxSuspicions);
  const hidden = words.suspicionsTotal - suspicions.length;
  const lines = [
    drawLine(words.sample, width, ink, fonts, true),
    drawLines(describeOrigin(tile), { width, lines: maxOriginLines }, quiet, fonts),
    drawClasses(words, legend, width, fonts),
    ...suspicions.map((one) => drawSuspicion(one, width, fonts)),
    ...hidden > 0 ? [drawLine(`+ ${formatQuantity(hidden, "more finding")}`, width, quiet, fonts)] : []
  ];
  const placed = [];
  let top = padding + panels.height + 6;
  for (const { markup, height } of lines) {
    placed.push(fillHtml`<g transform="translate(${padding} ${top})">${markup}</g>`);
    top += height;
  }
  const [gravest] = suspicions;
  return {
    height: top + padding - 4,
    draw: (tileWidth, tileHeight) => fillHtml`${drawFrame(tileWidth, tileHeight, gravest)}<g transform="translate(${padding} ${padding})">${panels.markup}</g>${placed}`
  };
}
function drawFrame(width, height, gravest) {
  return gravest ? fillHtml`<rect x="1.5" y="1.5" width="${width - 3}" height="${height - 3}" rx="5" fill="${surface}" stroke="${severityColors[gravest.severity]}" stroke-width="3"/>` : fillHtml`<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="5" fill="${surface}" stroke="${border}"/>`;
}
function drawLine(text, width, color, fonts, isBold = false) {
  const font = isBold ? fonts.bold : fonts.regular;
  if (text === "") return { markup: emptyMarkup, height: 0 };
  return {
    markup: fillHtml`<text x="0" y="12" fill="${color}" font-weight="${isBold ? 700 : 400}">${fitText(text, width, textSize, font)}</text>`,
    height: lineHeight
  };
}
function drawLines(text, room, color, fonts) {
  const lines = wrapText(text, room, textSize, fonts.regular);
  return {
    markup: fillHtml`${lines.map((line, index) => fillHtml`<text x="0" y="${12 + index * lineHeight}" fill="${color}">${line}</text>`)}`,
    height: lines.length * lineHeight
  };
}
function drawClasses({ classes, classesTotal }, legend, width, fonts) {
  if (classes.length === 0) return drawLine("no class", width, quiet, fonts);
  const colors = new Map(legend.classes.map(({ name, color }) => [name, formatColor(color)]));
  const entries = classes.map(({ name, words }) => ({ color: colors.get(name) ?? "#ffffff", words }));
  return drawEntries(entries, width, maxClassLines, fonts, 12, classesTotal);
}
function drawSuspicion({ severity, text }, width, fonts) {
  const color = severityColors[severity];
  const label = severityWords[severity].one;
  const labelWidth = measureText(label, textSize, fonts.bold) + 12;
  const indent = labelWidth + 8;
  const most = width <= narrowWidth ? suspicionLines.narrow : suspicionLines.wide;
  const lines = wrapText(text, { width: width - indent, lines: most }, textSize, fonts.regular);
  const texts = lines.map(
    (line, index) => fillHtml`<text x="${round(indent)}" y="${14 + index * lineHeight}" fill="${color}">${line}</text>`
  );
  return {
    markup: fillHtml`<rect x="0" y="1" width="${round(labelWidth)}" height="17" rx="3" fill="${color}"/><text x="6" y="14" font-weight="700" fill="#ffffff">${makeDrawable(label, fonts.bold)}</text>${texts}`,
    height: Math.max(1, lines.length) * lineHeight + 4
  };
}
function round(value) {
  return value.toFixed(2);
}

// src/report/sheet/read-tiles.ts
var sampleCheck = "labels/sample";
var maxTiles = 96;
function readTiles(report, showSubject) {
  const measurements = report.checks.find(({ id }) => id === sampleCheck)?.measurements;
  const tiles = listOf(measurements?.["tiles"]);
  if (!measurements || tiles.length === 0) return void 0;
  const find = indexFindings(report);
  return {
    dataset: report.dataset.name,
    seed: numberOf(measurements["seed"]),
    candidates: numberOf(measurements["candidates"]),
    suspicious: readDrawn(measurements["suspicious"]),
    combinations: readDrawn(measurements["combinations"]),
    subjects: readDrawn(measurements["subjects"]),
    tiles: tiles.slice(0, maxTiles).flatMap((tile) => isObject(tile) ? [readTile(tile, find, showSubject)] : [])
  };
}
function readTile(tile, find, showSubject) {
  const subject = textOf(tile["subject"]);
  const shown = subject === void 0 ? void 0 : showSubject(subject);
  const domain = textOf(tile["domain"]);
  return {
    sample: textOf(tile["sample"]) ?? "",
    ...shown !== void 0 && { subject: shown },
    ...domain !== void 0 && { domain },
    splits: listOf(tile["splits"]).flatMap((split) => textOf(split) ?? []),
    classes: listOf(tile["classes"]).flatMap((one) => isObject(one) ? [readClass(one)] : []),
    classesTotal: numberOf(tile["classesTotal"]),
    suspicions: listOf(tile["suspicions"]).flatMap((one) => {
      if (!isObject(one)) return [];
      const [check = "", key = "", messageId = ""] = [one["check"], one["key"], one["messageId"]].map(textOf);
      return [find(check, key) ?? { check, severity: "info", text: messageId.replaceAll("-", " ") }];
    }),
    suspicionsTotal: numberOf(tile["suspicionsTotal"])
  };
}
function readClass({ name: given, share, objects }) {
  const name = textOf(given) ?? "";
  if (typeof share === "number") return { name, words: `${name} ${formatShare(share, 1) ?? ""}` };
  if (typeof objects === "number") return { name, words: `${formatCount(objects)} × ${name}` };
  return { name, words: name };
}
function indexFindings({ checks }) {
  const found = new Map(
    checks.flatMap(
      ({ id, findings }) => findings.map(({ key, severity, message }) => [
        JSON.stringify([id, key]),
        { check: id, severity: severities.includes(severity) ? severity : "info", text: message }
      ])
    )
  );
  return (check, key) => found.get(JSON.stringify([check, key]));
}
function readDrawn(value) {
  const { present, drawn } = isObject(value) ? value : {};
  return { present: numberOf(present), drawn: numberOf(drawn) };
}
function listOf(value) {
  if (!Array.isArray(value)) return [];
  const list = value;
  return list;
}
function textOf(value) {
  return typeof value === "string" ? value : void 0;
}
function numberOf(value) {
  return typeof value === "number" ? value : 0;
}

// src/entry/compose-sheet.ts
import { availableParallelism } from "node:os";

// src/checks/labels/outlines.ts
var maxObjects = 500;
var maxPoints = 1e3;
function outlineObjects({ annotations, images, ...dataset }, sample) {
  if (!annotations) return void 0;
  const { annotated } = listAnnotatedImages({ ...dataset, images, annotations, samples: [sample] });
  const [found] = annotated;
  if (!found) return void 0;
  const { frame, wrongUnit, annotation, objects } = found;
  const image = images.get(sample.id);
  if (!frame || wrongUnit) return { outlines: [], isAsStored: false };
  const { width, height } = frame;
  const [across, down] = annotation.unit === "share" ? [1, 1] : [width, height];
  return {
    outlines: objects.slice(0, maxObjects).map(({ object, box: box2 }) => ({
      className: object.className,
      box: toShares(box2, width, height),
      polygons: object.polygons.map(
        (points) => points.slice(0, 2 * maxPoints).map((value, at) => value / (at % 2 === 0 ? across : down))
      )
    })),
    isAsStored: image?.kind === "image" && image.orientation >= 5 && width === image.width && height === image.height && width !== height
  };
}
function toShares({ xmin, ymin, xmax, ymax }, width, height) {
  return { xmin: xmin / width, ymin: ymin / height, xmax: xmax / width, ymax: ymax / height };
}

// src/fingerprint/thumbnails/thumbnail-files.ts
function thumbnailFiles(requests, { limits, palette, edge, workers }) {
  return new Promise((resolve, reject) => {
    const answers = new Array(requests.length);
    const pool = new DecodePool(
      requests.map((request) => toJob(request, edge)),
      { limits, palette, describesImages: false, workers, decodeSeconds: limits.decodeSeconds },
      (index, answer) => answers[index] = answer,
      (error) => {
        if (error) reject(error);
        else resolve(answers);
      }
    );
    pool.start();
  });
}
function toJob({ path, absolutePath, role, orientation }, edge) {
  return {
    absolutePath,
    folder: absolutePath.slice(0, absolutePath.length - path.length),
    role: `${role}-thumbnail`,
    edge,
    ...orientation !== void 0 && { orientation }
  };
}

// src/entry/compose-sheet.ts
async function composeSheet(audited, { only = [], workers = availableParallelism(), showSubject = (id) => id } = {}) {
  const { report, dataset } = audited;
  const words = readTiles(report, showSubject);
  if (!words) return void 0;
  const byId = new Map(dataset.samples.map((sample) => [sample.id, sample]));
  const chosen = words.tiles.flatMap((one) => {
    const sample = byId.get(one.sample);
    if (!sample) return [];
    const outlined = dataset.labels.kind === "boxes" ? outlineObjects(dataset, sample) : void 0;
    return [{ words: one, sample, ...outlined && { outlined } }];
  });
  const thumbnails = await makeThumbnails(audited, chosen, workers);
  const shownNames = new Set(words.tiles.flatMap(({ classes }) => classes.map(({ name }) => name)));
  return {
    words,
    only,
    tiles: chosen.map((one) => makeTile(one, dataset, thumbnails)),
    legend: makeLegend(dataset.labels, dataset.maskClasses, [...shownNames].sort())
  };
}
async function makeThumbnails({ config, dataset, files: files2 }, chosen, workers) {
  const request = (path, role) => ({
    path,
    absolutePath: files2.absolutePath(path),
    role
  });
  const masks = new Set(chosen.flatMap(({ sample }) => findMask(sample, dataset) ?? []));
  const requests = [
    ...chosen.map(({ sample, outlined }) => ({
      ...request(sample.id, "image"),
      ...(outlined?.isAsStored === true || isMaskAsStored(sample, dataset)) && { orientation: 1 }
    })),
    ...[...masks].map((path) => request(path, "mask"))
  ];
  const answers = await thumbnailFiles(requests, {
    limits: config.limits,
    palette: dataset.maskPalette,
    edge: pictureEdge,
    workers
  });
  return new Map(
    answers.flatMap((answer, index) => {
      const { path, role } = requests[index] ?? {};
      return path === void 0 ? [] : [[`${role ?? ""} ${path}`, answer]];
    })
  );
}
function makeTile({ words, sample, outlined }, dataset, thumbnails) {
  const image = thumbnails.get(`image ${sample.id}`);
  const path = findMask(sample, dataset);
  const mask = path === void 0 ? void 0 : thumbnails.get(`mask ${path}`);
  return {
    words,
    image: image?.kind === "image-thumbnail" ? image : explain(image),
    ...mask && { mask: mask.kind === "mask-thumbnail" ? mask : explain(mask) },
    ...outlined && { outlines: outlined.outlines }
  };
}
function explain(outcome) {
  return outcome?.kind === "failure" ? `${outcome.fault.replaceAll("-", " ")}: ${outcome.detail}` : "no picture";
}
function findMask({ label }, { maskPalette }) {
  return maskPalette === void 0 ? void 0 : label;
}
function isMaskAsStored(sample, dataset) {
  const image = dataset.images.get(sample.id);
  const path = findMask(sample, dataset);
  const mask = path === void 0 ? void 0 : dataset.masks.get(path);
  if (image?.kind !== "image" || mask?.kind !== "mask") return false;
  const shown = showSize(mask);
  return !isSame(shown, showSize(image)) && isSame(shown, image);
}
function showSize({ width, height, orientation }) {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
function isSame(a, b) {
  return a.width === b.width && a.height === b.height;
}

// src/entry/drawing-assets.ts
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
var files = {
  wasm: ["resvg.wasm", "@resvg/resvg-wasm/index_bg.wasm"],
  regular: ["DejaVuSansCondensed.ttf", "dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf"],
  bold: ["DejaVuSansCondensed-Bold.ttf", "dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf"]
};
async function readDrawingAssets() {
  const [wasm2, regular, bold] = await Promise.all(
    [files.wasm, files.regular, files.bold].map((names) => readFile(locate(names)))
  );
  if (!wasm2 || !regular || !bold) throw new Error("a file for drawing was not read");
  return { wasm: wasm2, regular, bold };
}
function locate([built, source]) {
  if (!import.meta.url.endsWith(".ts")) return new URL(`./drawing/${built}`, import.meta.url);
  return pathToFileURL(createRequire(import.meta.url).resolve(source));
}

// src/entry/write-sheet.ts
import { open } from "node:fs/promises";
async function requireOwnPlace(path) {
  const beginning = await readBeginning(path);
  if (!beginning || isMarkedPng(beginning)) return;
  throw new HoldoutError("usage", `${path} is there and no sheet that holdout has drawn`, {
    hint: "name another file, or move it away"
  });
}
async function writeSheet(path, png) {
  await requireOwnPlace(path);
  await replaceFile(path, png);
}
async function readBeginning(path) {
  try {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(new Uint8Array(markedPngBytes), 0, markedPngBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return void 0;
    return new Uint8Array(0);
  }
}

export {
  openRasterizer,
  drawSheet,
  drawTilePictures,
  sampleCheck,
  composeSheet,
  readDrawingAssets,
  requireOwnPlace,
  writeSheet
};
