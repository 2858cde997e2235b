import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  percentileRanks
} from "./chunk-YNVOFIVM.js";
import {
  formatCount,
  formatGreyLevels,
  formatQuantity,
  formatShare,
  hasArea,
  listAnnotatedImages
} from "./chunk-PSSVJEVV.js";
import {
  EnvironmentError,
  formatLocation
} from "./chunk-4G4S7EEN.js";
import {
  __commonJS
} from "./chunk-H6ZNR5XL.js";

// node_modules/ajv/dist/compile/codegen/code.js
var require_code = __commonJS({
  "node_modules/ajv/dist/compile/codegen/code.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.regexpCode = exports.getEsmExportName = exports.getProperty = exports.safeStringify = exports.stringify = exports.strConcat = exports.addCodeArg = exports.str = exports._ = exports.nil = exports._Code = exports.Name = exports.IDENTIFIER = exports._CodeOrName = void 0;
    var _CodeOrName = class {
    };
    exports._CodeOrName = _CodeOrName;
    exports.IDENTIFIER = /^[a-z$_][a-z$_0-9]*$/i;
    var Name = class extends _CodeOrName {
      constructor(s) {
        super();
        if (!exports.IDENTIFIER.test(s))
          throw new Error("CodeGen: name must be a valid identifier");
        this.str = s;
      }
      toString() {
        return this.str;
      }
      emptyStr() {
        return false;
      }
      get names() {
        return { [this.str]: 1 };
      }
    };
    exports.Name = Name;
    var _Code = class extends _CodeOrName {
      constructor(code) {
        super();
        this._items = typeof code === "string" ? [code] : code;
      }
      toString() {
        return this.str;
      }
      emptyStr() {
        if (this._items.length > 1)
          return false;
        const item = this._items[0];
        return item === "" || item === '""';
      }
      get str() {
        var _a;
        return (_a = this._str) !== null && _a !== void 0 ? _a : this._str = this._items.reduce((s, c) => `${s}${c}`, "");
      }
      get names() {
        var _a;
        return (_a = this._names) !== null && _a !== void 0 ? _a : this._names = this._items.reduce((names, c) => {
          if (c instanceof Name)
            names[c.str] = (names[c.str] || 0) + 1;
          return names;
        }, {});
      }
    };
    exports._Code = _Code;
    exports.nil = new _Code("");
    function _(strs, ...args) {
      const code = [strs[0]];
      let i = 0;
      while (i < args.length) {
        addCodeArg(code, args[i]);
        code.push(strs[++i]);
      }
      return new _Code(code);
    }
    exports._ = _;
    var plus = new _Code("+");
    function str(strs, ...args) {
      const expr = [safeStringify(strs[0])];
      let i = 0;
      while (i < args.length) {
        expr.push(plus);
        addCodeArg(expr, args[i]);
        expr.push(plus, safeStringify(strs[++i]));
      }
      optimize(expr);
      return new _Code(expr);
    }
    exports.str = str;
    function addCodeArg(code, arg) {
      if (arg instanceof _Code)
        code.push(...arg._items);
      else if (arg instanceof Name)
        code.push(arg);
      else
        code.push(interpolate(arg));
    }
    exports.addCodeArg = addCodeArg;
    function optimize(expr) {
      let i = 1;
      while (i < expr.length - 1) {
        if (expr[i] === plus) {
          const res = mergeExprItems(expr[i - 1], expr[i + 1]);
          if (res !== void 0) {
            expr.splice(i - 1, 3, res);
            continue;
          }
          expr[i++] = "+";
        }
        i++;
      }
    }
    function mergeExprItems(a, b) {
      if (b === '""')
        return a;
      if (a === '""')
        return b;
      if (typeof a == "string") {
        if (b instanceof Name || a[a.length - 1] !== '"')
          return;
        if (typeof b != "string")
          return `${a.slice(0, -1)}${b}"`;
        if (b[0] === '"')
          return a.slice(0, -1) + b.slice(1);
        return;
      }
      if (typeof b == "string" && b[0] === '"' && !(a instanceof Name))
        return `"${a}${b.slice(1)}`;
      return;
    }
    function strConcat(c1, c2) {
      return c2.emptyStr() ? c1 : c1.emptyStr() ? c2 : str`${c1}${c2}`;
    }
    exports.strConcat = strConcat;
    function interpolate(x) {
      return typeof x == "number" || typeof x == "boolean" || x === null ? x : safeStringify(Array.isArray(x) ? x.join(",") : x);
    }
    function stringify(x) {
      return new _Code(safeStringify(x));
    }
    exports.stringify = stringify;
    function safeStringify(x) {
      return JSON.stringify(x).replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
    }
    exports.safeStringify = safeStringify;
    function getProperty(key) {
      return typeof key == "string" && exports.IDENTIFIER.test(key) ? new _Code(`.${key}`) : _`[${key}]`;
    }
    exports.getProperty = getProperty;
    function getEsmExportName(key) {
      if (typeof key == "string" && exports.IDENTIFIER.test(key)) {
        return new _Code(`${key}`);
      }
      throw new Error(`CodeGen: invalid export name: ${key}, use explicit $id name mapping`);
    }
    exports.getEsmExportName = getEsmExportName;
    function regexpCode(rx) {
      return new _Code(rx.toString());
    }
    exports.regexpCode = regexpCode;
  }
});

// node_modules/ajv/dist/compile/codegen/scope.js
var require_scope = __commonJS({
  "node_modules/ajv/dist/compile/codegen/scope.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ValueScope = exports.ValueScopeName = exports.Scope = exports.varKinds = exports.UsedValueState = void 0;
    var code_1 = require_code();
    var ValueError = class extends Error {
      constructor(name) {
        super(`CodeGen: "code" for ${name} not defined`);
        this.value = name.value;
      }
    };
    var UsedValueState;
    (function(UsedValueState2) {
      UsedValueState2[UsedValueState2["Started"] = 0] = "Started";
      UsedValueState2[UsedValueState2["Completed"] = 1] = "Completed";
    })(UsedValueState || (exports.UsedValueState = UsedValueState = {}));
    exports.varKinds = {
      const: new code_1.Name("const"),
      let: new code_1.Name("let"),
      var: new code_1.Name("var")
    };
    var Scope = class {
      constructor({ prefixes, parent } = {}) {
        this._names = {};
        this._prefixes = prefixes;
        this._parent = parent;
      }
      toName(nameOrPrefix) {
        return nameOrPrefix instanceof code_1.Name ? nameOrPrefix : this.name(nameOrPrefix);
      }
      name(prefix) {
        return new code_1.Name(this._newName(prefix));
      }
      _newName(prefix) {
        const ng = this._names[prefix] || this._nameGroup(prefix);
        return `${prefix}${ng.index++}`;
      }
      _nameGroup(prefix) {
        var _a, _b;
        if (((_b = (_a = this._parent) === null || _a === void 0 ? void 0 : _a._prefixes) === null || _b === void 0 ? void 0 : _b.has(prefix)) || this._prefixes && !this._prefixes.has(prefix)) {
          throw new Error(`CodeGen: prefix "${prefix}" is not allowed in this scope`);
        }
        return this._names[prefix] = { prefix, index: 0 };
      }
    };
    exports.Scope = Scope;
    var ValueScopeName = class extends code_1.Name {
      constructor(prefix, nameStr) {
        super(nameStr);
        this.prefix = prefix;
      }
      setValue(value, { property, itemIndex }) {
        this.value = value;
        this.scopePath = (0, code_1._)`.${new code_1.Name(property)}[${itemIndex}]`;
      }
    };
    exports.ValueScopeName = ValueScopeName;
    var line = (0, code_1._)`\n`;
    var ValueScope = class extends Scope {
      constructor(opts) {
        super(opts);
        this._values = {};
        this._scope = opts.scope;
        this.opts = { ...opts, _n: opts.lines ? line : code_1.nil };
      }
      get() {
        return this._scope;
      }
      name(prefix) {
        return new ValueScopeName(prefix, this._newName(prefix));
      }
      value(nameOrPrefix, value) {
        var _a;
        if (value.ref === void 0)
          throw new Error("CodeGen: ref must be passed in value");
        const name = this.toName(nameOrPrefix);
        const { prefix } = name;
        const valueKey = (_a = value.key) !== null && _a !== void 0 ? _a : value.ref;
        let vs = this._values[prefix];
        if (vs) {
          const _name = vs.get(valueKey);
          if (_name)
            return _name;
        } else {
          vs = this._values[prefix] = /* @__PURE__ */ new Map();
        }
        vs.set(valueKey, name);
        const s = this._scope[prefix] || (this._scope[prefix] = []);
        const itemIndex = s.length;
        s[itemIndex] = value.ref;
        name.setValue(value, { property: prefix, itemIndex });
        return name;
      }
      getValue(prefix, keyOrRef) {
        const vs = this._values[prefix];
        if (!vs)
          return;
        return vs.get(keyOrRef);
      }
      scopeRefs(scopeName, values2 = this._values) {
        return this._reduceValues(values2, (name) => {
          if (name.scopePath === void 0)
            throw new Error(`CodeGen: name "${name}" has no value`);
          return (0, code_1._)`${scopeName}${name.scopePath}`;
        });
      }
      scopeCode(values2 = this._values, usedValues, getCode) {
        return this._reduceValues(values2, (name) => {
          if (name.value === void 0)
            throw new Error(`CodeGen: name "${name}" has no value`);
          return name.value.code;
        }, usedValues, getCode);
      }
      _reduceValues(values2, valueCode, usedValues = {}, getCode) {
        let code = code_1.nil;
        for (const prefix in values2) {
          const vs = values2[prefix];
          if (!vs)
            continue;
          const nameSet = usedValues[prefix] = usedValues[prefix] || /* @__PURE__ */ new Map();
          vs.forEach((name) => {
            if (nameSet.has(name))
              return;
            nameSet.set(name, UsedValueState.Started);
            let c = valueCode(name);
            if (c) {
              const def = this.opts.es5 ? exports.varKinds.var : exports.varKinds.const;
              code = (0, code_1._)`${code}${def} ${name} = ${c};${this.opts._n}`;
            } else if (c = getCode === null || getCode === void 0 ? void 0 : getCode(name)) {
              code = (0, code_1._)`${code}${c}${this.opts._n}`;
            } else {
              throw new ValueError(name);
            }
            nameSet.set(name, UsedValueState.Completed);
          });
        }
        return code;
      }
    };
    exports.ValueScope = ValueScope;
  }
});

// node_modules/ajv/dist/compile/codegen/index.js
var require_codegen = __commonJS({
  "node_modules/ajv/dist/compile/codegen/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.or = exports.and = exports.not = exports.CodeGen = exports.operators = exports.varKinds = exports.ValueScopeName = exports.ValueScope = exports.Scope = exports.Name = exports.regexpCode = exports.stringify = exports.getProperty = exports.nil = exports.strConcat = exports.str = exports._ = void 0;
    var code_1 = require_code();
    var scope_1 = require_scope();
    var code_2 = require_code();
    Object.defineProperty(exports, "_", { enumerable: true, get: function() {
      return code_2._;
    } });
    Object.defineProperty(exports, "str", { enumerable: true, get: function() {
      return code_2.str;
    } });
    Object.defineProperty(exports, "strConcat", { enumerable: true, get: function() {
      return code_2.strConcat;
    } });
    Object.defineProperty(exports, "nil", { enumerable: true, get: function() {
      return code_2.nil;
    } });
    Object.defineProperty(exports, "getProperty", { enumerable: true, get: function() {
      return code_2.getProperty;
    } });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: function() {
      return code_2.stringify;
    } });
    Object.defineProperty(exports, "regexpCode", { enumerable: true, get: function() {
      return code_2.regexpCode;
    } });
    Object.defineProperty(exports, "Name", { enumerable: true, get: function() {
      return code_2.Name;
    } });
    var scope_2 = require_scope();
    Object.defineProperty(exports, "Scope", { enumerable: true, get: function() {
      return scope_2.Scope;
    } });
    Object.defineProperty(exports, "ValueScope", { enumerable: true, get: function() {
      return scope_2.ValueScope;
    } });
    Object.defineProperty(exports, "ValueScopeName", { enumerable: true, get: function() {
      return scope_2.ValueScopeName;
    } });
    Object.defineProperty(exports, "varKinds", { enumerable: true, get: function() {
      return scope_2.varKinds;
    } });
    exports.operators = {
      GT: new code_1._Code(">"),
      GTE: new code_1._Code(">="),
      LT: new code_1._Code("<"),
      LTE: new code_1._Code("<="),
      EQ: new code_1._Code("==="),
      NEQ: new code_1._Code("!=="),
      NOT: new code_1._Code("!"),
      OR: new code_1._Code("||"),
      AND: new code_1._Code("&&"),
      ADD: new code_1._Code("+")
    };
    var Node = class {
      optimizeNodes() {
        return this;
      }
      optimizeNames(_names, _constants) {
        return this;
      }
    };
    var Def = class extends Node {
      constructor(varKind, name, rhs) {
        super();
        this.varKind = varKind;
        this.name = name;
        this.rhs = rhs;
      }
      render({ es5, _n }) {
        const varKind = es5 ? scope_1.varKinds.var : this.varKind;
        const rhs = this.rhs === void 0 ? "" : ` = ${this.rhs}`;
        return `${varKind} ${this.name}${rhs};` + _n;
      }
      optimizeNames(names, constants) {
        if (!names[this.name.str])
          return;
        if (this.rhs)
          this.rhs = optimizeExpr(this.rhs, names, constants);
        return this;
      }
      get names() {
        return this.rhs instanceof code_1._CodeOrName ? this.rhs.names : {};
      }
    };
    var Assign = class extends Node {
      constructor(lhs, rhs, sideEffects) {
        super();
        this.lhs = lhs;
        this.rhs = rhs;
        this.sideEffects = sideEffects;
      }
      render({ _n }) {
        return `${this.lhs} = ${this.rhs};` + _n;
      }
      optimizeNames(names, constants) {
        if (this.lhs instanceof code_1.Name && !names[this.lhs.str] && !this.sideEffects)
          return;
        this.rhs = optimizeExpr(this.rhs, names, constants);
        return this;
      }
      get names() {
        const names = this.lhs instanceof code_1.Name ? {} : { ...this.lhs.names };
        return addExprNames(names, this.rhs);
      }
    };
    var AssignOp = class extends Assign {
      constructor(lhs, op, rhs, sideEffects) {
        super(lhs, rhs, sideEffects);
        this.op = op;
      }
      render({ _n }) {
        return `${this.lhs} ${this.op}= ${this.rhs};` + _n;
      }
    };
    var Label = class extends Node {
      constructor(label) {
        super();
        this.label = label;
        this.names = {};
      }
      render({ _n }) {
        return `${this.label}:` + _n;
      }
    };
    var Break = class extends Node {
      constructor(label) {
        super();
        this.label = label;
        this.names = {};
      }
      render({ _n }) {
        const label = this.label ? ` ${this.label}` : "";
        return `break${label};` + _n;
      }
    };
    var Throw = class extends Node {
      constructor(error) {
        super();
        this.error = error;
      }
      render({ _n }) {
        return `throw ${this.error};` + _n;
      }
      get names() {
        return this.error.names;
      }
    };
    var AnyCode = class extends Node {
      constructor(code) {
        super();
        this.code = code;
      }
      render({ _n }) {
        return `${this.code};` + _n;
      }
      optimizeNodes() {
        return `${this.code}` ? this : void 0;
      }
      optimizeNames(names, constants) {
        this.code = optimizeExpr(this.code, names, constants);
        return this;
      }
      get names() {
        return this.code instanceof code_1._CodeOrName ? this.code.names : {};
      }
    };
    var ParentNode = class extends Node {
      constructor(nodes = []) {
        super();
        this.nodes = nodes;
      }
      render(opts) {
        return this.nodes.reduce((code, n) => code + n.render(opts), "");
      }
      optimizeNodes() {
        const { nodes } = this;
        let i = nodes.length;
        while (i--) {
          const n = nodes[i].optimizeNodes();
          if (Array.isArray(n))
            nodes.splice(i, 1, ...n);
          else if (n)
            nodes[i] = n;
          else
            nodes.splice(i, 1);
        }
        return nodes.length > 0 ? this : void 0;
      }
      optimizeNames(names, constants) {
        const { nodes } = this;
        let i = nodes.length;
        while (i--) {
          const n = nodes[i];
          if (n.optimizeNames(names, constants))
            continue;
          subtractNames(names, n.names);
          nodes.splice(i, 1);
        }
        return nodes.length > 0 ? this : void 0;
      }
      get names() {
        return this.nodes.reduce((names, n) => addNames(names, n.names), {});
      }
    };
    var BlockNode = class extends ParentNode {
      render(opts) {
        return "{" + opts._n + super.render(opts) + "}" + opts._n;
      }
    };
    var Root = class extends ParentNode {
    };
    var Else = class extends BlockNode {
    };
    Else.kind = "else";
    var If = class _If extends BlockNode {
      constructor(condition, nodes) {
        super(nodes);
        this.condition = condition;
      }
      render(opts) {
        let code = `if(${this.condition})` + super.render(opts);
        if (this.else)
          code += "else " + this.else.render(opts);
        return code;
      }
      optimizeNodes() {
        super.optimizeNodes();
        const cond = this.condition;
        if (cond === true)
          return this.nodes;
        let e = this.else;
        if (e) {
          const ns = e.optimizeNodes();
          e = this.else = Array.isArray(ns) ? new Else(ns) : ns;
        }
        if (e) {
          if (cond === false)
            return e instanceof _If ? e : e.nodes;
          if (this.nodes.length)
            return this;
          return new _If(not(cond), e instanceof _If ? [e] : e.nodes);
        }
        if (cond === false || !this.nodes.length)
          return void 0;
        return this;
      }
      optimizeNames(names, constants) {
        var _a;
        this.else = (_a = this.else) === null || _a === void 0 ? void 0 : _a.optimizeNames(names, constants);
        if (!(super.optimizeNames(names, constants) || this.else))
          return;
        this.condition = optimizeExpr(this.condition, names, constants);
        return this;
      }
      get names() {
        const names = super.names;
        addExprNames(names, this.condition);
        if (this.else)
          addNames(names, this.else.names);
        return names;
      }
    };
    If.kind = "if";
    var For = class extends BlockNode {
    };
    For.kind = "for";
    var ForLoop = class extends For {
      constructor(iteration) {
        super();
        this.iteration = iteration;
      }
      render(opts) {
        return `for(${this.iteration})` + super.render(opts);
      }
      optimizeNames(names, constants) {
        if (!super.optimizeNames(names, constants))
          return;
        this.iteration = optimizeExpr(this.iteration, names, constants);
        return this;
      }
      get names() {
        return addNames(super.names, this.iteration.names);
      }
    };
    var ForRange = class extends For {
      constructor(varKind, name, from, to) {
        super();
        this.varKind = varKind;
        this.name = name;
        this.from = from;
        this.to = to;
      }
      render(opts) {
        const varKind = opts.es5 ? scope_1.varKinds.var : this.varKind;
        const { name, from, to } = this;
        return `for(${varKind} ${name}=${from}; ${name}<${to}; ${name}++)` + super.render(opts);
      }
      get names() {
        const names = addExprNames(super.names, this.from);
        return addExprNames(names, this.to);
      }
    };
    var ForIter = class extends For {
      constructor(loop, varKind, name, iterable) {
        super();
        this.loop = loop;
        this.varKind = varKind;
        this.name = name;
        this.iterable = iterable;
      }
      render(opts) {
        return `for(${this.varKind} ${this.name} ${this.loop} ${this.iterable})` + super.render(opts);
      }
      optimizeNames(names, constants) {
        if (!super.optimizeNames(names, constants))
          return;
        this.iterable = optimizeExpr(this.iterable, names, constants);
        return this;
      }
      get names() {
        return addNames(super.names, this.iterable.names);
      }
    };
    var Func = class extends BlockNode {
      constructor(name, args, async) {
        super();
        this.name = name;
        this.args = args;
        this.async = async;
      }
      render(opts) {
        const _async = this.async ? "async " : "";
        return `${_async}function ${this.name}(${this.args})` + super.render(opts);
      }
    };
    Func.kind = "func";
    var Return = class extends ParentNode {
      render(opts) {
        return "return " + super.render(opts);
      }
    };
    Return.kind = "return";
    var Try = class extends BlockNode {
      render(opts) {
        let code = "try" + super.render(opts);
        if (this.catch)
          code += this.catch.render(opts);
        if (this.finally)
          code += this.finally.render(opts);
        return code;
      }
      optimizeNodes() {
        var _a, _b;
        super.optimizeNodes();
        (_a = this.catch) === null || _a === void 0 ? void 0 : _a.optimizeNodes();
        (_b = this.finally) === null || _b === void 0 ? void 0 : _b.optimizeNodes();
        return this;
      }
      optimizeNames(names, constants) {
        var _a, _b;
        super.optimizeNames(names, constants);
        (_a = this.catch) === null || _a === void 0 ? void 0 : _a.optimizeNames(names, constants);
        (_b = this.finally) === null || _b === void 0 ? void 0 : _b.optimizeNames(names, constants);
        return this;
      }
      get names() {
        const names = super.names;
        if (this.catch)
          addNames(names, this.catch.names);
        if (this.finally)
          addNames(names, this.finally.names);
        return names;
      }
    };
    var Catch = class extends BlockNode {
      constructor(error) {
        super();
        this.error = error;
      }
      render(opts) {
        return `catch(${this.error})` + super.render(opts);
      }
    };
    Catch.kind = "catch";
    var Finally = class extends BlockNode {
      render(opts) {
        return "finally" + super.render(opts);
      }
    };
    Finally.kind = "finally";
    var CodeGen = class {
      constructor(extScope, opts = {}) {
        this._values = {};
        this._blockStarts = [];
        this._constants = {};
        this.opts = { ...opts, _n: opts.lines ? "\n" : "" };
        this._extScope = extScope;
        this._scope = new scope_1.Scope({ parent: extScope });
        this._nodes = [new Root()];
      }
      toString() {
        return this._root.render(this.opts);
      }
      // returns unique name in the internal scope
      name(prefix) {
        return this._scope.name(prefix);
      }
      // reserves unique name in the external scope
      scopeName(prefix) {
        return this._extScope.name(prefix);
      }
      // reserves unique name in the external scope and assigns value to it
      scopeValue(prefixOrName, value) {
        const name = this._extScope.value(prefixOrName, value);
        const vs = this._values[name.prefix] || (this._values[name.prefix] = /* @__PURE__ */ new Set());
        vs.add(name);
        return name;
      }
      getScopeValue(prefix, keyOrRef) {
        return this._extScope.getValue(prefix, keyOrRef);
      }
      // return code that assigns values in the external scope to the names that are used internally
      // (same names that were returned by gen.scopeName or gen.scopeValue)
      scopeRefs(scopeName) {
        return this._extScope.scopeRefs(scopeName, this._values);
      }
      scopeCode() {
        return this._extScope.scopeCode(this._values);
      }
      _def(varKind, nameOrPrefix, rhs, constant) {
        const name = this._scope.toName(nameOrPrefix);
        if (rhs !== void 0 && constant)
          this._constants[name.str] = rhs;
        this._leafNode(new Def(varKind, name, rhs));
        return name;
      }
      // `const` declaration (`var` in es5 mode)
      const(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.const, nameOrPrefix, rhs, _constant);
      }
      // `let` declaration with optional assignment (`var` in es5 mode)
      let(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.let, nameOrPrefix, rhs, _constant);
      }
      // `var` declaration with optional assignment
      var(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.var, nameOrPrefix, rhs, _constant);
      }
      // assignment code
      assign(lhs, rhs, sideEffects) {
        return this._leafNode(new Assign(lhs, rhs, sideEffects));
      }
      // `+=` code
      add(lhs, rhs) {
        return this._leafNode(new AssignOp(lhs, exports.operators.ADD, rhs));
      }
      // appends passed SafeExpr to code or executes Block
      code(c) {
        if (typeof c == "function")
          c();
        else if (c !== code_1.nil)
          this._leafNode(new AnyCode(c));
        return this;
      }
      // returns code for object literal for the passed argument list of key-value pairs
      object(...keyValues) {
        const code = ["{"];
        for (const [key, value] of keyValues) {
          if (code.length > 1)
            code.push(",");
          code.push(key);
          if (key !== value || this.opts.es5) {
            code.push(":");
            (0, code_1.addCodeArg)(code, value);
          }
        }
        code.push("}");
        return new code_1._Code(code);
      }
      // `if` clause (or statement if `thenBody` and, optionally, `elseBody` are passed)
      if(condition, thenBody, elseBody) {
        this._blockNode(new If(condition));
        if (thenBody && elseBody) {
          this.code(thenBody).else().code(elseBody).endIf();
        } else if (thenBody) {
          this.code(thenBody).endIf();
        } else if (elseBody) {
          throw new Error('CodeGen: "else" body without "then" body');
        }
        return this;
      }
      // `else if` clause - invalid without `if` or after `else` clauses
      elseIf(condition) {
        return this._elseNode(new If(condition));
      }
      // `else` clause - only valid after `if` or `else if` clauses
      else() {
        return this._elseNode(new Else());
      }
      // end `if` statement (needed if gen.if was used only with condition)
      endIf() {
        return this._endBlockNode(If, Else);
      }
      _for(node, forBody) {
        this._blockNode(node);
        if (forBody)
          this.code(forBody).endFor();
        return this;
      }
      // a generic `for` clause (or statement if `forBody` is passed)
      for(iteration, forBody) {
        return this._for(new ForLoop(iteration), forBody);
      }
      // `for` statement for a range of values
      forRange(nameOrPrefix, from, to, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.let) {
        const name = this._scope.toName(nameOrPrefix);
        return this._for(new ForRange(varKind, name, from, to), () => forBody(name));
      }
      // `for-of` statement (in es5 mode replace with a normal for loop)
      forOf(nameOrPrefix, iterable, forBody, varKind = scope_1.varKinds.const) {
        const name = this._scope.toName(nameOrPrefix);
        if (this.opts.es5) {
          const arr = iterable instanceof code_1.Name ? iterable : this.var("_arr", iterable);
          return this.forRange("_i", 0, (0, code_1._)`${arr}.length`, (i) => {
            this.var(name, (0, code_1._)`${arr}[${i}]`);
            forBody(name);
          });
        }
        return this._for(new ForIter("of", varKind, name, iterable), () => forBody(name));
      }
      // `for-in` statement.
      // With option `ownProperties` replaced with a `for-of` loop for object keys
      forIn(nameOrPrefix, obj, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.const) {
        if (this.opts.ownProperties) {
          return this.forOf(nameOrPrefix, (0, code_1._)`Object.keys(${obj})`, forBody);
        }
        const name = this._scope.toName(nameOrPrefix);
        return this._for(new ForIter("in", varKind, name, obj), () => forBody(name));
      }
      // end `for` loop
      endFor() {
        return this._endBlockNode(For);
      }
      // `label` statement
      label(label) {
        return this._leafNode(new Label(label));
      }
      // `break` statement
      break(label) {
        return this._leafNode(new Break(label));
      }
      // `return` statement
      return(value) {
        const node = new Return();
        this._blockNode(node);
        this.code(value);
        if (node.nodes.length !== 1)
          throw new Error('CodeGen: "return" should have one node');
        return this._endBlockNode(Return);
      }
      // `try` statement
      try(tryBody, catchCode, finallyCode) {
        if (!catchCode && !finallyCode)
          throw new Error('CodeGen: "try" without "catch" and "finally"');
        const node = new Try();
        this._blockNode(node);
        this.code(tryBody);
        if (catchCode) {
          const error = this.name("e");
          this._currNode = node.catch = new Catch(error);
          catchCode(error);
        }
        if (finallyCode) {
          this._currNode = node.finally = new Finally();
          this.code(finallyCode);
        }
        return this._endBlockNode(Catch, Finally);
      }
      // `throw` statement
      throw(error) {
        return this._leafNode(new Throw(error));
      }
      // start self-balancing block
      block(body, nodeCount) {
        this._blockStarts.push(this._nodes.length);
        if (body)
          this.code(body).endBlock(nodeCount);
        return this;
      }
      // end the current self-balancing block
      endBlock(nodeCount) {
        const len = this._blockStarts.pop();
        if (len === void 0)
          throw new Error("CodeGen: not in self-balancing block");
        const toClose = this._nodes.length - len;
        if (toClose < 0 || nodeCount !== void 0 && toClose !== nodeCount) {
          throw new Error(`CodeGen: wrong number of nodes: ${toClose} vs ${nodeCount} expected`);
        }
        this._nodes.length = len;
        return this;
      }
      // `function` heading (or definition if funcBody is passed)
      func(name, args = code_1.nil, async, funcBody) {
        this._blockNode(new Func(name, args, async));
        if (funcBody)
          this.code(funcBody).endFunc();
        return this;
      }
      // end function definition
      endFunc() {
        return this._endBlockNode(Func);
      }
      optimize(n = 1) {
        while (n-- > 0) {
          this._root.optimizeNodes();
          this._root.optimizeNames(this._root.names, this._constants);
        }
      }
      _leafNode(node) {
        this._currNode.nodes.push(node);
        return this;
      }
      _blockNode(node) {
        this._currNode.nodes.push(node);
        this._nodes.push(node);
      }
      _endBlockNode(N1, N2) {
        const n = this._currNode;
        if (n instanceof N1 || N2 && n instanceof N2) {
          this._nodes.pop();
          return this;
        }
        throw new Error(`CodeGen: not in block "${N2 ? `${N1.kind}/${N2.kind}` : N1.kind}"`);
      }
      _elseNode(node) {
        const n = this._currNode;
        if (!(n instanceof If)) {
          throw new Error('CodeGen: "else" without "if"');
        }
        this._currNode = n.else = node;
        return this;
      }
      get _root() {
        return this._nodes[0];
      }
      get _currNode() {
        const ns = this._nodes;
        return ns[ns.length - 1];
      }
      set _currNode(node) {
        const ns = this._nodes;
        ns[ns.length - 1] = node;
      }
    };
    exports.CodeGen = CodeGen;
    function addNames(names, from) {
      for (const n in from)
        names[n] = (names[n] || 0) + (from[n] || 0);
      return names;
    }
    function addExprNames(names, from) {
      return from instanceof code_1._CodeOrName ? addNames(names, from.names) : names;
    }
    function optimizeExpr(expr, names, constants) {
      if (expr instanceof code_1.Name)
        return replaceName(expr);
      if (!canOptimize(expr))
        return expr;
      return new code_1._Code(expr._items.reduce((items, c) => {
        if (c instanceof code_1.Name)
          c = replaceName(c);
        if (c instanceof code_1._Code)
          items.push(...c._items);
        else
          items.push(c);
        return items;
      }, []));
      function replaceName(n) {
        const c = constants[n.str];
        if (c === void 0 || names[n.str] !== 1)
          return n;
        delete names[n.str];
        return c;
      }
      function canOptimize(e) {
        return e instanceof code_1._Code && e._items.some((c) => c instanceof code_1.Name && names[c.str] === 1 && constants[c.str] !== void 0);
      }
    }
    function subtractNames(names, from) {
      for (const n in from)
        names[n] = (names[n] || 0) - (from[n] || 0);
    }
    function not(x) {
      return typeof x == "boolean" || typeof x == "number" || x === null ? !x : (0, code_1._)`!${par(x)}`;
    }
    exports.not = not;
    var andCode = mappend(exports.operators.AND);
    function and(...args) {
      return args.reduce(andCode);
    }
    exports.and = and;
    var orCode = mappend(exports.operators.OR);
    function or(...args) {
      return args.reduce(orCode);
    }
    exports.or = or;
    function mappend(op) {
      return (x, y) => x === code_1.nil ? y : y === code_1.nil ? x : (0, code_1._)`${par(x)} ${op} ${par(y)}`;
    }
    function par(x) {
      return x instanceof code_1.Name ? x : (0, code_1._)`(${x})`;
    }
  }
});

// node_modules/ajv/dist/compile/util.js
var require_util = __commonJS({
  "node_modules/ajv/dist/compile/util.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.checkStrictMode = exports.getErrorPath = exports.Type = exports.useFunc = exports.setEvaluated = exports.evaluatedPropsToName = exports.mergeEvaluated = exports.eachItem = exports.unescapeJsonPointer = exports.escapeJsonPointer = exports.escapeFragment = exports.unescapeFragment = exports.schemaRefOrVal = exports.schemaHasRulesButRef = exports.schemaHasRules = exports.checkUnknownRules = exports.alwaysValidSchema = exports.toHash = void 0;
    var codegen_1 = require_codegen();
    var code_1 = require_code();
    function toHash(arr) {
      const hash = {};
      for (const item of arr)
        hash[item] = true;
      return hash;
    }
    exports.toHash = toHash;
    function alwaysValidSchema(it, schema) {
      if (typeof schema == "boolean")
        return schema;
      if (Object.keys(schema).length === 0)
        return true;
      checkUnknownRules(it, schema);
      return !schemaHasRules(schema, it.self.RULES.all);
    }
    exports.alwaysValidSchema = alwaysValidSchema;
    function checkUnknownRules(it, schema = it.schema) {
      const { opts, self } = it;
      if (!opts.strictSchema)
        return;
      if (typeof schema === "boolean")
        return;
      const rules = self.RULES.keywords;
      for (const key in schema) {
        if (!rules[key])
          checkStrictMode(it, `unknown keyword: "${key}"`);
      }
    }
    exports.checkUnknownRules = checkUnknownRules;
    function schemaHasRules(schema, rules) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (rules[key])
          return true;
      return false;
    }
    exports.schemaHasRules = schemaHasRules;
    function schemaHasRulesButRef(schema, RULES) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (key !== "$ref" && RULES.all[key])
          return true;
      return false;
    }
    exports.schemaHasRulesButRef = schemaHasRulesButRef;
    function schemaRefOrVal({ topSchemaRef, schemaPath }, schema, keyword, $data) {
      if (!$data) {
        if (typeof schema == "number" || typeof schema == "boolean")
          return schema;
        if (typeof schema == "string")
          return (0, codegen_1._)`${schema}`;
      }
      return (0, codegen_1._)`${topSchemaRef}${schemaPath}${(0, codegen_1.getProperty)(keyword)}`;
    }
    exports.schemaRefOrVal = schemaRefOrVal;
    function unescapeFragment(str) {
      return unescapeJsonPointer(decodeURIComponent(str));
    }
    exports.unescapeFragment = unescapeFragment;
    function escapeFragment(str) {
      return encodeURIComponent(escapeJsonPointer(str));
    }
    exports.escapeFragment = escapeFragment;
    function escapeJsonPointer(str) {
      if (typeof str == "number")
        return `${str}`;
      return str.replace(/~/g, "~0").replace(/\//g, "~1");
    }
    exports.escapeJsonPointer = escapeJsonPointer;
    function unescapeJsonPointer(str) {
      return str.replace(/~1/g, "/").replace(/~0/g, "~");
    }
    exports.unescapeJsonPointer = unescapeJsonPointer;
    function eachItem(xs, f) {
      if (Array.isArray(xs)) {
        for (const x of xs)
          f(x);
      } else {
        f(xs);
      }
    }
    exports.eachItem = eachItem;
    function makeMergeEvaluated({ mergeNames, mergeToName, mergeValues, resultToName }) {
      return (gen, from, to, toName) => {
        const res = to === void 0 ? from : to instanceof codegen_1.Name ? (from instanceof codegen_1.Name ? mergeNames(gen, from, to) : mergeToName(gen, from, to), to) : from instanceof codegen_1.Name ? (mergeToName(gen, to, from), from) : mergeValues(from, to);
        return toName === codegen_1.Name && !(res instanceof codegen_1.Name) ? resultToName(gen, res) : res;
      };
    }
    exports.mergeEvaluated = {
      props: makeMergeEvaluated({
        mergeNames: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => {
          gen.if((0, codegen_1._)`${from} === true`, () => gen.assign(to, true), () => gen.assign(to, (0, codegen_1._)`${to} || {}`).code((0, codegen_1._)`Object.assign(${to}, ${from})`));
        }),
        mergeToName: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true`, () => {
          if (from === true) {
            gen.assign(to, true);
          } else {
            gen.assign(to, (0, codegen_1._)`${to} || {}`);
            setEvaluated(gen, to, from);
          }
        }),
        mergeValues: (from, to) => from === true ? true : { ...from, ...to },
        resultToName: evaluatedPropsToName
      }),
      items: makeMergeEvaluated({
        mergeNames: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => gen.assign(to, (0, codegen_1._)`${from} === true ? true : ${to} > ${from} ? ${to} : ${from}`)),
        mergeToName: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true`, () => gen.assign(to, from === true ? true : (0, codegen_1._)`${to} > ${from} ? ${to} : ${from}`)),
        mergeValues: (from, to) => from === true ? true : Math.max(from, to),
        resultToName: (gen, items) => gen.var("items", items)
      })
    };
    function evaluatedPropsToName(gen, ps) {
      if (ps === true)
        return gen.var("props", true);
      const props = gen.var("props", (0, codegen_1._)`{}`);
      if (ps !== void 0)
        setEvaluated(gen, props, ps);
      return props;
    }
    exports.evaluatedPropsToName = evaluatedPropsToName;
    function setEvaluated(gen, props, ps) {
      Object.keys(ps).forEach((p) => gen.assign((0, codegen_1._)`${props}${(0, codegen_1.getProperty)(p)}`, true));
    }
    exports.setEvaluated = setEvaluated;
    var snippets = {};
    function useFunc(gen, f) {
      return gen.scopeValue("func", {
        ref: f,
        code: snippets[f.code] || (snippets[f.code] = new code_1._Code(f.code))
      });
    }
    exports.useFunc = useFunc;
    var Type;
    (function(Type2) {
      Type2[Type2["Num"] = 0] = "Num";
      Type2[Type2["Str"] = 1] = "Str";
    })(Type || (exports.Type = Type = {}));
    function getErrorPath(dataProp, dataPropType, jsPropertySyntax) {
      if (dataProp instanceof codegen_1.Name) {
        const isNumber = dataPropType === Type.Num;
        return jsPropertySyntax ? isNumber ? (0, codegen_1._)`"[" + ${dataProp} + "]"` : (0, codegen_1._)`"['" + ${dataProp} + "']"` : isNumber ? (0, codegen_1._)`"/" + ${dataProp}` : (0, codegen_1._)`"/" + ${dataProp}.replace(/~/g, "~0").replace(/\\//g, "~1")`;
      }
      return jsPropertySyntax ? (0, codegen_1.getProperty)(dataProp).toString() : "/" + escapeJsonPointer(dataProp);
    }
    exports.getErrorPath = getErrorPath;
    function checkStrictMode(it, msg, mode = it.opts.strictSchema) {
      if (!mode)
        return;
      msg = `strict mode: ${msg}`;
      if (mode === true)
        throw new Error(msg);
      it.self.logger.warn(msg);
    }
    exports.checkStrictMode = checkStrictMode;
  }
});

// node_modules/ajv/dist/compile/names.js
var require_names = __commonJS({
  "node_modules/ajv/dist/compile/names.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var names = {
      // validation function arguments
      data: new codegen_1.Name("data"),
      // data passed to validation function
      // args passed from referencing schema
      valCxt: new codegen_1.Name("valCxt"),
      // validation/data context - should not be used directly, it is destructured to the names below
      instancePath: new codegen_1.Name("instancePath"),
      parentData: new codegen_1.Name("parentData"),
      parentDataProperty: new codegen_1.Name("parentDataProperty"),
      rootData: new codegen_1.Name("rootData"),
      // root data - same as the data passed to the first/top validation function
      dynamicAnchors: new codegen_1.Name("dynamicAnchors"),
      // used to support recursiveRef and dynamicRef
      // function scoped variables
      vErrors: new codegen_1.Name("vErrors"),
      // null or array of validation errors
      errors: new codegen_1.Name("errors"),
      // counter of validation errors
      this: new codegen_1.Name("this"),
      // "globals"
      self: new codegen_1.Name("self"),
      scope: new codegen_1.Name("scope"),
      // JTD serialize/parse name for JSON string and position
      json: new codegen_1.Name("json"),
      jsonPos: new codegen_1.Name("jsonPos"),
      jsonLen: new codegen_1.Name("jsonLen"),
      jsonPart: new codegen_1.Name("jsonPart")
    };
    exports.default = names;
  }
});

// node_modules/ajv/dist/compile/errors.js
var require_errors = __commonJS({
  "node_modules/ajv/dist/compile/errors.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.extendErrors = exports.resetErrorsCount = exports.reportExtraError = exports.reportError = exports.keyword$DataError = exports.keywordError = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var names_1 = require_names();
    exports.keywordError = {
      message: ({ keyword }) => (0, codegen_1.str)`must pass "${keyword}" keyword validation`
    };
    exports.keyword$DataError = {
      message: ({ keyword, schemaType }) => schemaType ? (0, codegen_1.str)`"${keyword}" keyword must be ${schemaType} ($data)` : (0, codegen_1.str)`"${keyword}" keyword is invalid ($data)`
    };
    function reportError(cxt, error = exports.keywordError, errorPaths, overrideAllErrors) {
      const { it } = cxt;
      const { gen, compositeRule, allErrors } = it;
      const errObj = errorObjectCode(cxt, error, errorPaths);
      if (overrideAllErrors !== null && overrideAllErrors !== void 0 ? overrideAllErrors : compositeRule || allErrors) {
        addError(gen, errObj);
      } else {
        returnErrors(it, (0, codegen_1._)`[${errObj}]`);
      }
    }
    exports.reportError = reportError;
    function reportExtraError(cxt, error = exports.keywordError, errorPaths) {
      const { it } = cxt;
      const { gen, compositeRule, allErrors } = it;
      const errObj = errorObjectCode(cxt, error, errorPaths);
      addError(gen, errObj);
      if (!(compositeRule || allErrors)) {
        returnErrors(it, names_1.default.vErrors);
      }
    }
    exports.reportExtraError = reportExtraError;
    function resetErrorsCount(gen, errsCount) {
      gen.assign(names_1.default.errors, errsCount);
      gen.if((0, codegen_1._)`${names_1.default.vErrors} !== null`, () => gen.if(errsCount, () => gen.assign((0, codegen_1._)`${names_1.default.vErrors}.length`, errsCount), () => gen.assign(names_1.default.vErrors, null)));
    }
    exports.resetErrorsCount = resetErrorsCount;
    function extendErrors({ gen, keyword, schemaValue, data, errsCount, it }) {
      if (errsCount === void 0)
        throw new Error("ajv implementation error");
      const err = gen.name("err");
      gen.forRange("i", errsCount, names_1.default.errors, (i) => {
        gen.const(err, (0, codegen_1._)`${names_1.default.vErrors}[${i}]`);
        gen.if((0, codegen_1._)`${err}.instancePath === undefined`, () => gen.assign((0, codegen_1._)`${err}.instancePath`, (0, codegen_1.strConcat)(names_1.default.instancePath, it.errorPath)));
        gen.assign((0, codegen_1._)`${err}.schemaPath`, (0, codegen_1.str)`${it.errSchemaPath}/${keyword}`);
        if (it.opts.verbose) {
          gen.assign((0, codegen_1._)`${err}.schema`, schemaValue);
          gen.assign((0, codegen_1._)`${err}.data`, data);
        }
      });
    }
    exports.extendErrors = extendErrors;
    function addError(gen, errObj) {
      const err = gen.const("err", errObj);
      gen.if((0, codegen_1._)`${names_1.default.vErrors} === null`, () => gen.assign(names_1.default.vErrors, (0, codegen_1._)`[${err}]`), (0, codegen_1._)`${names_1.default.vErrors}.push(${err})`);
      gen.code((0, codegen_1._)`${names_1.default.errors}++`);
    }
    function returnErrors(it, errs) {
      const { gen, validateName, schemaEnv } = it;
      if (schemaEnv.$async) {
        gen.throw((0, codegen_1._)`new ${it.ValidationError}(${errs})`);
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, errs);
        gen.return(false);
      }
    }
    var E = {
      keyword: new codegen_1.Name("keyword"),
      schemaPath: new codegen_1.Name("schemaPath"),
      // also used in JTD errors
      params: new codegen_1.Name("params"),
      propertyName: new codegen_1.Name("propertyName"),
      message: new codegen_1.Name("message"),
      schema: new codegen_1.Name("schema"),
      parentSchema: new codegen_1.Name("parentSchema")
    };
    function errorObjectCode(cxt, error, errorPaths) {
      const { createErrors } = cxt.it;
      if (createErrors === false)
        return (0, codegen_1._)`{}`;
      return errorObject(cxt, error, errorPaths);
    }
    function errorObject(cxt, error, errorPaths = {}) {
      const { gen, it } = cxt;
      const keyValues = [
        errorInstancePath(it, errorPaths),
        errorSchemaPath(cxt, errorPaths)
      ];
      extraErrorProps(cxt, error, keyValues);
      return gen.object(...keyValues);
    }
    function errorInstancePath({ errorPath }, { instancePath }) {
      const instPath = instancePath ? (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(instancePath, util_1.Type.Str)}` : errorPath;
      return [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, instPath)];
    }
    function errorSchemaPath({ keyword, it: { errSchemaPath } }, { schemaPath, parentSchema }) {
      let schPath = parentSchema ? errSchemaPath : (0, codegen_1.str)`${errSchemaPath}/${keyword}`;
      if (schemaPath) {
        schPath = (0, codegen_1.str)`${schPath}${(0, util_1.getErrorPath)(schemaPath, util_1.Type.Str)}`;
      }
      return [E.schemaPath, schPath];
    }
    function extraErrorProps(cxt, { params, message }, keyValues) {
      const { keyword, data, schemaValue, it } = cxt;
      const { opts, propertyName, topSchemaRef, schemaPath } = it;
      keyValues.push([E.keyword, keyword], [E.params, typeof params == "function" ? params(cxt) : params || (0, codegen_1._)`{}`]);
      if (opts.messages) {
        keyValues.push([E.message, typeof message == "function" ? message(cxt) : message]);
      }
      if (opts.verbose) {
        keyValues.push([E.schema, schemaValue], [E.parentSchema, (0, codegen_1._)`${topSchemaRef}${schemaPath}`], [names_1.default.data, data]);
      }
      if (propertyName)
        keyValues.push([E.propertyName, propertyName]);
    }
  }
});

// node_modules/ajv/dist/compile/validate/boolSchema.js
var require_boolSchema = __commonJS({
  "node_modules/ajv/dist/compile/validate/boolSchema.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.boolOrEmptySchema = exports.topBoolOrEmptySchema = void 0;
    var errors_1 = require_errors();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var boolError = {
      message: "boolean schema is false"
    };
    function topBoolOrEmptySchema(it) {
      const { gen, schema, validateName } = it;
      if (schema === false) {
        falseSchemaError(it, false);
      } else if (typeof schema == "object" && schema.$async === true) {
        gen.return(names_1.default.data);
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, null);
        gen.return(true);
      }
    }
    exports.topBoolOrEmptySchema = topBoolOrEmptySchema;
    function boolOrEmptySchema(it, valid) {
      const { gen, schema } = it;
      if (schema === false) {
        gen.var(valid, false);
        falseSchemaError(it);
      } else {
        gen.var(valid, true);
      }
    }
    exports.boolOrEmptySchema = boolOrEmptySchema;
    function falseSchemaError(it, overrideAllErrors) {
      const { gen, data } = it;
      const cxt = {
        gen,
        keyword: "false schema",
        data,
        schema: false,
        schemaCode: false,
        schemaValue: false,
        params: {},
        it
      };
      (0, errors_1.reportError)(cxt, boolError, void 0, overrideAllErrors);
    }
  }
});

// node_modules/ajv/dist/compile/rules.js
var require_rules = __commonJS({
  "node_modules/ajv/dist/compile/rules.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getRules = exports.isJSONType = void 0;
    var _jsonTypes = ["string", "number", "integer", "boolean", "null", "object", "array"];
    var jsonTypes = new Set(_jsonTypes);
    function isJSONType(x) {
      return typeof x == "string" && jsonTypes.has(x);
    }
    exports.isJSONType = isJSONType;
    function getRules() {
      const groups = {
        number: { type: "number", rules: [] },
        string: { type: "string", rules: [] },
        array: { type: "array", rules: [] },
        object: { type: "object", rules: [] }
      };
      return {
        types: { ...groups, integer: true, boolean: true, null: true },
        rules: [{ rules: [] }, groups.number, groups.string, groups.array, groups.object],
        post: { rules: [] },
        all: {},
        keywords: {}
      };
    }
    exports.getRules = getRules;
  }
});

// node_modules/ajv/dist/compile/validate/applicability.js
var require_applicability = __commonJS({
  "node_modules/ajv/dist/compile/validate/applicability.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.shouldUseRule = exports.shouldUseGroup = exports.schemaHasRulesForType = void 0;
    function schemaHasRulesForType({ schema, self }, type) {
      const group2 = self.RULES.types[type];
      return group2 && group2 !== true && shouldUseGroup(schema, group2);
    }
    exports.schemaHasRulesForType = schemaHasRulesForType;
    function shouldUseGroup(schema, group2) {
      return group2.rules.some((rule) => shouldUseRule(schema, rule));
    }
    exports.shouldUseGroup = shouldUseGroup;
    function shouldUseRule(schema, rule) {
      var _a;
      return schema[rule.keyword] !== void 0 || ((_a = rule.definition.implements) === null || _a === void 0 ? void 0 : _a.some((kwd) => schema[kwd] !== void 0));
    }
    exports.shouldUseRule = shouldUseRule;
  }
});

// node_modules/ajv/dist/compile/validate/dataType.js
var require_dataType = __commonJS({
  "node_modules/ajv/dist/compile/validate/dataType.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.reportTypeError = exports.checkDataTypes = exports.checkDataType = exports.coerceAndCheckDataType = exports.getJSONTypes = exports.getSchemaTypes = exports.DataType = void 0;
    var rules_1 = require_rules();
    var applicability_1 = require_applicability();
    var errors_1 = require_errors();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var DataType;
    (function(DataType2) {
      DataType2[DataType2["Correct"] = 0] = "Correct";
      DataType2[DataType2["Wrong"] = 1] = "Wrong";
    })(DataType || (exports.DataType = DataType = {}));
    function getSchemaTypes(schema) {
      const types = getJSONTypes(schema.type);
      const hasNull = types.includes("null");
      if (hasNull) {
        if (schema.nullable === false)
          throw new Error("type: null contradicts nullable: false");
      } else {
        if (!types.length && schema.nullable !== void 0) {
          throw new Error('"nullable" cannot be used without "type"');
        }
        if (schema.nullable === true)
          types.push("null");
      }
      return types;
    }
    exports.getSchemaTypes = getSchemaTypes;
    function getJSONTypes(ts) {
      const types = Array.isArray(ts) ? ts : ts ? [ts] : [];
      if (types.every(rules_1.isJSONType))
        return types;
      throw new Error("type must be JSONType or JSONType[]: " + types.join(","));
    }
    exports.getJSONTypes = getJSONTypes;
    function coerceAndCheckDataType(it, types) {
      const { gen, data, opts } = it;
      const coerceTo = coerceToTypes(types, opts.coerceTypes);
      const checkTypes = types.length > 0 && !(coerceTo.length === 0 && types.length === 1 && (0, applicability_1.schemaHasRulesForType)(it, types[0]));
      if (checkTypes) {
        const wrongType = checkDataTypes(types, data, opts.strictNumbers, DataType.Wrong);
        gen.if(wrongType, () => {
          if (coerceTo.length)
            coerceData(it, types, coerceTo);
          else
            reportTypeError(it);
        });
      }
      return checkTypes;
    }
    exports.coerceAndCheckDataType = coerceAndCheckDataType;
    var COERCIBLE = /* @__PURE__ */ new Set(["string", "number", "integer", "boolean", "null"]);
    function coerceToTypes(types, coerceTypes) {
      return coerceTypes ? types.filter((t) => COERCIBLE.has(t) || coerceTypes === "array" && t === "array") : [];
    }
    function coerceData(it, types, coerceTo) {
      const { gen, data, opts } = it;
      const dataType = gen.let("dataType", (0, codegen_1._)`typeof ${data}`);
      const coerced = gen.let("coerced", (0, codegen_1._)`undefined`);
      if (opts.coerceTypes === "array") {
        gen.if((0, codegen_1._)`${dataType} == 'object' && Array.isArray(${data}) && ${data}.length == 1`, () => gen.assign(data, (0, codegen_1._)`${data}[0]`).assign(dataType, (0, codegen_1._)`typeof ${data}`).if(checkDataTypes(types, data, opts.strictNumbers), () => gen.assign(coerced, data)));
      }
      gen.if((0, codegen_1._)`${coerced} !== undefined`);
      for (const t of coerceTo) {
        if (COERCIBLE.has(t) || t === "array" && opts.coerceTypes === "array") {
          coerceSpecificType(t);
        }
      }
      gen.else();
      reportTypeError(it);
      gen.endIf();
      gen.if((0, codegen_1._)`${coerced} !== undefined`, () => {
        gen.assign(data, coerced);
        assignParentData(it, coerced);
      });
      function coerceSpecificType(t) {
        switch (t) {
          case "string":
            gen.elseIf((0, codegen_1._)`${dataType} == "number" || ${dataType} == "boolean"`).assign(coerced, (0, codegen_1._)`"" + ${data}`).elseIf((0, codegen_1._)`${data} === null`).assign(coerced, (0, codegen_1._)`""`);
            return;
          case "number":
            gen.elseIf((0, codegen_1._)`${dataType} == "boolean" || ${data} === null
              || (${dataType} == "string" && ${data} && ${data} == +${data})`).assign(coerced, (0, codegen_1._)`+${data}`);
            return;
          case "integer":
            gen.elseIf((0, codegen_1._)`${dataType} === "boolean" || ${data} === null
              || (${dataType} === "string" && ${data} && ${data} == +${data} && !(${data} % 1))`).assign(coerced, (0, codegen_1._)`+${data}`);
            return;
          case "boolean":
            gen.elseIf((0, codegen_1._)`${data} === "false" || ${data} === 0 || ${data} === null`).assign(coerced, false).elseIf((0, codegen_1._)`${data} === "true" || ${data} === 1`).assign(coerced, true);
            return;
          case "null":
            gen.elseIf((0, codegen_1._)`${data} === "" || ${data} === 0 || ${data} === false`);
            gen.assign(coerced, null);
            return;
          case "array":
            gen.elseIf((0, codegen_1._)`${dataType} === "string" || ${dataType} === "number"
              || ${dataType} === "boolean" || ${data} === null`).assign(coerced, (0, codegen_1._)`[${data}]`);
        }
      }
    }
    function assignParentData({ gen, parentData, parentDataProperty }, expr) {
      gen.if((0, codegen_1._)`${parentData} !== undefined`, () => gen.assign((0, codegen_1._)`${parentData}[${parentDataProperty}]`, expr));
    }
    function checkDataType(dataType, data, strictNums, correct = DataType.Correct) {
      const EQ = correct === DataType.Correct ? codegen_1.operators.EQ : codegen_1.operators.NEQ;
      let cond;
      switch (dataType) {
        case "null":
          return (0, codegen_1._)`${data} ${EQ} null`;
        case "array":
          cond = (0, codegen_1._)`Array.isArray(${data})`;
          break;
        case "object":
          cond = (0, codegen_1._)`${data} && typeof ${data} == "object" && !Array.isArray(${data})`;
          break;
        case "integer":
          cond = numCond((0, codegen_1._)`!(${data} % 1) && !isNaN(${data})`);
          break;
        case "number":
          cond = numCond();
          break;
        default:
          return (0, codegen_1._)`typeof ${data} ${EQ} ${dataType}`;
      }
      return correct === DataType.Correct ? cond : (0, codegen_1.not)(cond);
      function numCond(_cond = codegen_1.nil) {
        return (0, codegen_1.and)((0, codegen_1._)`typeof ${data} == "number"`, _cond, strictNums ? (0, codegen_1._)`isFinite(${data})` : codegen_1.nil);
      }
    }
    exports.checkDataType = checkDataType;
    function checkDataTypes(dataTypes, data, strictNums, correct) {
      if (dataTypes.length === 1) {
        return checkDataType(dataTypes[0], data, strictNums, correct);
      }
      let cond;
      const types = (0, util_1.toHash)(dataTypes);
      if (types.array && types.object) {
        const notObj = (0, codegen_1._)`typeof ${data} != "object"`;
        cond = types.null ? notObj : (0, codegen_1._)`!${data} || ${notObj}`;
        delete types.null;
        delete types.array;
        delete types.object;
      } else {
        cond = codegen_1.nil;
      }
      if (types.number)
        delete types.integer;
      for (const t in types)
        cond = (0, codegen_1.and)(cond, checkDataType(t, data, strictNums, correct));
      return cond;
    }
    exports.checkDataTypes = checkDataTypes;
    var typeError = {
      message: ({ schema }) => `must be ${schema}`,
      params: ({ schema, schemaValue }) => typeof schema == "string" ? (0, codegen_1._)`{type: ${schema}}` : (0, codegen_1._)`{type: ${schemaValue}}`
    };
    function reportTypeError(it) {
      const cxt = getTypeErrorContext(it);
      (0, errors_1.reportError)(cxt, typeError);
    }
    exports.reportTypeError = reportTypeError;
    function getTypeErrorContext(it) {
      const { gen, data, schema } = it;
      const schemaCode = (0, util_1.schemaRefOrVal)(it, schema, "type");
      return {
        gen,
        keyword: "type",
        data,
        schema: schema.type,
        schemaCode,
        schemaValue: schemaCode,
        parentSchema: schema,
        params: {},
        it
      };
    }
  }
});

// node_modules/ajv/dist/compile/validate/defaults.js
var require_defaults = __commonJS({
  "node_modules/ajv/dist/compile/validate/defaults.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.assignDefaults = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    function assignDefaults(it, ty) {
      const { properties, items } = it.schema;
      if (ty === "object" && properties) {
        for (const key in properties) {
          assignDefault(it, key, properties[key].default);
        }
      } else if (ty === "array" && Array.isArray(items)) {
        items.forEach((sch, i) => assignDefault(it, i, sch.default));
      }
    }
    exports.assignDefaults = assignDefaults;
    function assignDefault(it, prop, defaultValue) {
      const { gen, compositeRule, data, opts } = it;
      if (defaultValue === void 0)
        return;
      const childData = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(prop)}`;
      if (compositeRule) {
        (0, util_1.checkStrictMode)(it, `default is ignored for: ${childData}`);
        return;
      }
      let condition = (0, codegen_1._)`${childData} === undefined`;
      if (opts.useDefaults === "empty") {
        condition = (0, codegen_1._)`${condition} || ${childData} === null || ${childData} === ""`;
      }
      gen.if(condition, (0, codegen_1._)`${childData} = ${(0, codegen_1.stringify)(defaultValue)}`);
    }
  }
});

// node_modules/ajv/dist/vocabularies/code.js
var require_code2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/code.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateUnion = exports.validateArray = exports.usePattern = exports.callValidateCode = exports.schemaProperties = exports.allSchemaProperties = exports.noPropertyInData = exports.propertyInData = exports.isOwnProperty = exports.hasPropFunc = exports.reportMissingProp = exports.checkMissingProp = exports.checkReportMissingProp = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var names_1 = require_names();
    var util_2 = require_util();
    function checkReportMissingProp(cxt, prop) {
      const { gen, data, it } = cxt;
      gen.if(noPropertyInData(gen, data, prop, it.opts.ownProperties), () => {
        cxt.setParams({ missingProperty: (0, codegen_1._)`${prop}` }, true);
        cxt.error();
      });
    }
    exports.checkReportMissingProp = checkReportMissingProp;
    function checkMissingProp({ gen, data, it: { opts } }, properties, missing2) {
      return (0, codegen_1.or)(...properties.map((prop) => (0, codegen_1.and)(noPropertyInData(gen, data, prop, opts.ownProperties), (0, codegen_1._)`${missing2} = ${prop}`)));
    }
    exports.checkMissingProp = checkMissingProp;
    function reportMissingProp(cxt, missing2) {
      cxt.setParams({ missingProperty: missing2 }, true);
      cxt.error();
    }
    exports.reportMissingProp = reportMissingProp;
    function hasPropFunc(gen) {
      return gen.scopeValue("func", {
        // eslint-disable-next-line @typescript-eslint/unbound-method
        ref: Object.prototype.hasOwnProperty,
        code: (0, codegen_1._)`Object.prototype.hasOwnProperty`
      });
    }
    exports.hasPropFunc = hasPropFunc;
    function isOwnProperty(gen, data, property) {
      return (0, codegen_1._)`${hasPropFunc(gen)}.call(${data}, ${property})`;
    }
    exports.isOwnProperty = isOwnProperty;
    function propertyInData(gen, data, property, ownProperties) {
      const cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} !== undefined`;
      return ownProperties ? (0, codegen_1._)`${cond} && ${isOwnProperty(gen, data, property)}` : cond;
    }
    exports.propertyInData = propertyInData;
    function noPropertyInData(gen, data, property, ownProperties) {
      const cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} === undefined`;
      return ownProperties ? (0, codegen_1.or)(cond, (0, codegen_1.not)(isOwnProperty(gen, data, property))) : cond;
    }
    exports.noPropertyInData = noPropertyInData;
    function allSchemaProperties(schemaMap) {
      return schemaMap ? Object.keys(schemaMap).filter((p) => p !== "__proto__") : [];
    }
    exports.allSchemaProperties = allSchemaProperties;
    function schemaProperties(it, schemaMap) {
      return allSchemaProperties(schemaMap).filter((p) => !(0, util_1.alwaysValidSchema)(it, schemaMap[p]));
    }
    exports.schemaProperties = schemaProperties;
    function callValidateCode({ schemaCode, data, it: { gen, topSchemaRef, schemaPath, errorPath }, it }, func, context, passSchema) {
      const dataAndSchema = passSchema ? (0, codegen_1._)`${schemaCode}, ${data}, ${topSchemaRef}${schemaPath}` : data;
      const valCxt = [
        [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, errorPath)],
        [names_1.default.parentData, it.parentData],
        [names_1.default.parentDataProperty, it.parentDataProperty],
        [names_1.default.rootData, names_1.default.rootData]
      ];
      if (it.opts.dynamicRef)
        valCxt.push([names_1.default.dynamicAnchors, names_1.default.dynamicAnchors]);
      const args = (0, codegen_1._)`${dataAndSchema}, ${gen.object(...valCxt)}`;
      return context !== codegen_1.nil ? (0, codegen_1._)`${func}.call(${context}, ${args})` : (0, codegen_1._)`${func}(${args})`;
    }
    exports.callValidateCode = callValidateCode;
    var newRegExp = (0, codegen_1._)`new RegExp`;
    function usePattern({ gen, it: { opts } }, pattern) {
      const u = opts.unicodeRegExp ? "u" : "";
      const { regExp } = opts.code;
      const rx = regExp(pattern, u);
      return gen.scopeValue("pattern", {
        key: rx.toString(),
        ref: rx,
        code: (0, codegen_1._)`${regExp.code === "new RegExp" ? newRegExp : (0, util_2.useFunc)(gen, regExp)}(${pattern}, ${u})`
      });
    }
    exports.usePattern = usePattern;
    function validateArray(cxt) {
      const { gen, data, keyword, it } = cxt;
      const valid = gen.name("valid");
      if (it.allErrors) {
        const validArr = gen.let("valid", true);
        validateItems(() => gen.assign(validArr, false));
        return validArr;
      }
      gen.var(valid, true);
      validateItems(() => gen.break());
      return valid;
      function validateItems(notValid) {
        const len = gen.const("len", (0, codegen_1._)`${data}.length`);
        gen.forRange("i", 0, len, (i) => {
          cxt.subschema({
            keyword,
            dataProp: i,
            dataPropType: util_1.Type.Num
          }, valid);
          gen.if((0, codegen_1.not)(valid), notValid);
        });
      }
    }
    exports.validateArray = validateArray;
    function validateUnion(cxt) {
      const { gen, schema, keyword, it } = cxt;
      if (!Array.isArray(schema))
        throw new Error("ajv implementation error");
      const alwaysValid = schema.some((sch) => (0, util_1.alwaysValidSchema)(it, sch));
      if (alwaysValid && !it.opts.unevaluated)
        return;
      const valid = gen.let("valid", false);
      const schValid = gen.name("_valid");
      gen.block(() => schema.forEach((_sch, i) => {
        const schCxt = cxt.subschema({
          keyword,
          schemaProp: i,
          compositeRule: true
        }, schValid);
        gen.assign(valid, (0, codegen_1._)`${valid} || ${schValid}`);
        const merged = cxt.mergeValidEvaluated(schCxt, schValid);
        if (!merged)
          gen.if((0, codegen_1.not)(valid));
      }));
      cxt.result(valid, () => cxt.reset(), () => cxt.error(true));
    }
    exports.validateUnion = validateUnion;
  }
});

// node_modules/ajv/dist/compile/validate/keyword.js
var require_keyword = __commonJS({
  "node_modules/ajv/dist/compile/validate/keyword.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateKeywordUsage = exports.validSchemaType = exports.funcKeywordCode = exports.macroKeywordCode = void 0;
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var code_1 = require_code2();
    var errors_1 = require_errors();
    function macroKeywordCode(cxt, def) {
      const { gen, keyword, schema, parentSchema, it } = cxt;
      const macroSchema = def.macro.call(it.self, schema, parentSchema, it);
      const schemaRef = useKeyword(gen, keyword, macroSchema);
      if (it.opts.validateSchema !== false)
        it.self.validateSchema(macroSchema, true);
      const valid = gen.name("valid");
      cxt.subschema({
        schema: macroSchema,
        schemaPath: codegen_1.nil,
        errSchemaPath: `${it.errSchemaPath}/${keyword}`,
        topSchemaRef: schemaRef,
        compositeRule: true
      }, valid);
      cxt.pass(valid, () => cxt.error(true));
    }
    exports.macroKeywordCode = macroKeywordCode;
    function funcKeywordCode(cxt, def) {
      var _a;
      const { gen, keyword, schema, parentSchema, $data, it } = cxt;
      checkAsyncKeyword(it, def);
      const validate = !$data && def.compile ? def.compile.call(it.self, schema, parentSchema, it) : def.validate;
      const validateRef = useKeyword(gen, keyword, validate);
      const valid = gen.let("valid");
      cxt.block$data(valid, validateKeyword);
      cxt.ok((_a = def.valid) !== null && _a !== void 0 ? _a : valid);
      function validateKeyword() {
        if (def.errors === false) {
          assignValid();
          if (def.modifying)
            modifyData(cxt);
          reportErrs(() => cxt.error());
        } else {
          const ruleErrs = def.async ? validateAsync() : validateSync();
          if (def.modifying)
            modifyData(cxt);
          reportErrs(() => addErrs(cxt, ruleErrs));
        }
      }
      function validateAsync() {
        const ruleErrs = gen.let("ruleErrs", null);
        gen.try(() => assignValid((0, codegen_1._)`await `), (e) => gen.assign(valid, false).if((0, codegen_1._)`${e} instanceof ${it.ValidationError}`, () => gen.assign(ruleErrs, (0, codegen_1._)`${e}.errors`), () => gen.throw(e)));
        return ruleErrs;
      }
      function validateSync() {
        const validateErrs = (0, codegen_1._)`${validateRef}.errors`;
        gen.assign(validateErrs, null);
        assignValid(codegen_1.nil);
        return validateErrs;
      }
      function assignValid(_await = def.async ? (0, codegen_1._)`await ` : codegen_1.nil) {
        const passCxt = it.opts.passContext ? names_1.default.this : names_1.default.self;
        const passSchema = !("compile" in def && !$data || def.schema === false);
        gen.assign(valid, (0, codegen_1._)`${_await}${(0, code_1.callValidateCode)(cxt, validateRef, passCxt, passSchema)}`, def.modifying);
      }
      function reportErrs(errors) {
        var _a2;
        gen.if((0, codegen_1.not)((_a2 = def.valid) !== null && _a2 !== void 0 ? _a2 : valid), errors);
      }
    }
    exports.funcKeywordCode = funcKeywordCode;
    function modifyData(cxt) {
      const { gen, data, it } = cxt;
      gen.if(it.parentData, () => gen.assign(data, (0, codegen_1._)`${it.parentData}[${it.parentDataProperty}]`));
    }
    function addErrs(cxt, errs) {
      const { gen } = cxt;
      gen.if((0, codegen_1._)`Array.isArray(${errs})`, () => {
        gen.assign(names_1.default.vErrors, (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`).assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`);
        (0, errors_1.extendErrors)(cxt);
      }, () => cxt.error());
    }
    function checkAsyncKeyword({ schemaEnv }, def) {
      if (def.async && !schemaEnv.$async)
        throw new Error("async keyword in sync schema");
    }
    function useKeyword(gen, keyword, result) {
      if (result === void 0)
        throw new Error(`keyword "${keyword}" failed to compile`);
      return gen.scopeValue("keyword", typeof result == "function" ? { ref: result } : { ref: result, code: (0, codegen_1.stringify)(result) });
    }
    function validSchemaType(schema, schemaType, allowUndefined = false) {
      return !schemaType.length || schemaType.some((st) => st === "array" ? Array.isArray(schema) : st === "object" ? schema && typeof schema == "object" && !Array.isArray(schema) : typeof schema == st || allowUndefined && typeof schema == "undefined");
    }
    exports.validSchemaType = validSchemaType;
    function validateKeywordUsage({ schema, opts, self, errSchemaPath }, def, keyword) {
      if (Array.isArray(def.keyword) ? !def.keyword.includes(keyword) : def.keyword !== keyword) {
        throw new Error("ajv implementation error");
      }
      const deps = def.dependencies;
      if (deps === null || deps === void 0 ? void 0 : deps.some((kwd) => !Object.prototype.hasOwnProperty.call(schema, kwd))) {
        throw new Error(`parent schema must have dependencies of ${keyword}: ${deps.join(",")}`);
      }
      if (def.validateSchema) {
        const valid = def.validateSchema(schema[keyword]);
        if (!valid) {
          const msg = `keyword "${keyword}" value is invalid at path "${errSchemaPath}": ` + self.errorsText(def.validateSchema.errors);
          if (opts.validateSchema === "log")
            self.logger.error(msg);
          else
            throw new Error(msg);
        }
      }
    }
    exports.validateKeywordUsage = validateKeywordUsage;
  }
});

// node_modules/ajv/dist/compile/validate/subschema.js
var require_subschema = __commonJS({
  "node_modules/ajv/dist/compile/validate/subschema.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.extendSubschemaMode = exports.extendSubschemaData = exports.getSubschema = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    function getSubschema(it, { keyword, schemaProp, schema, schemaPath, errSchemaPath, topSchemaRef }) {
      if (keyword !== void 0 && schema !== void 0) {
        throw new Error('both "keyword" and "schema" passed, only one allowed');
      }
      if (keyword !== void 0) {
        const sch = it.schema[keyword];
        return schemaProp === void 0 ? {
          schema: sch,
          schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}`,
          errSchemaPath: `${it.errSchemaPath}/${keyword}`
        } : {
          schema: sch[schemaProp],
          schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}${(0, codegen_1.getProperty)(schemaProp)}`,
          errSchemaPath: `${it.errSchemaPath}/${keyword}/${(0, util_1.escapeFragment)(schemaProp)}`
        };
      }
      if (schema !== void 0) {
        if (schemaPath === void 0 || errSchemaPath === void 0 || topSchemaRef === void 0) {
          throw new Error('"schemaPath", "errSchemaPath" and "topSchemaRef" are required with "schema"');
        }
        return {
          schema,
          schemaPath,
          topSchemaRef,
          errSchemaPath
        };
      }
      throw new Error('either "keyword" or "schema" must be passed');
    }
    exports.getSubschema = getSubschema;
    function extendSubschemaData(subschema, it, { dataProp, dataPropType: dpType, data, dataTypes, propertyName }) {
      if (data !== void 0 && dataProp !== void 0) {
        throw new Error('both "data" and "dataProp" passed, only one allowed');
      }
      const { gen } = it;
      if (dataProp !== void 0) {
        const { errorPath, dataPathArr, opts } = it;
        const nextData = gen.let("data", (0, codegen_1._)`${it.data}${(0, codegen_1.getProperty)(dataProp)}`, true);
        dataContextProps(nextData);
        subschema.errorPath = (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(dataProp, dpType, opts.jsPropertySyntax)}`;
        subschema.parentDataProperty = (0, codegen_1._)`${dataProp}`;
        subschema.dataPathArr = [...dataPathArr, subschema.parentDataProperty];
      }
      if (data !== void 0) {
        const nextData = data instanceof codegen_1.Name ? data : gen.let("data", data, true);
        dataContextProps(nextData);
        if (propertyName !== void 0)
          subschema.propertyName = propertyName;
      }
      if (dataTypes)
        subschema.dataTypes = dataTypes;
      function dataContextProps(_nextData) {
        subschema.data = _nextData;
        subschema.dataLevel = it.dataLevel + 1;
        subschema.dataTypes = [];
        it.definedProperties = /* @__PURE__ */ new Set();
        subschema.parentData = it.data;
        subschema.dataNames = [...it.dataNames, _nextData];
      }
    }
    exports.extendSubschemaData = extendSubschemaData;
    function extendSubschemaMode(subschema, { jtdDiscriminator, jtdMetadata, compositeRule, createErrors, allErrors }) {
      if (compositeRule !== void 0)
        subschema.compositeRule = compositeRule;
      if (createErrors !== void 0)
        subschema.createErrors = createErrors;
      if (allErrors !== void 0)
        subschema.allErrors = allErrors;
      subschema.jtdDiscriminator = jtdDiscriminator;
      subschema.jtdMetadata = jtdMetadata;
    }
    exports.extendSubschemaMode = extendSubschemaMode;
  }
});

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/json-schema-traverse/index.js
var require_json_schema_traverse = __commonJS({
  "node_modules/json-schema-traverse/index.js"(exports, module) {
    "use strict";
    var traverse = module.exports = function(schema, opts, cb) {
      if (typeof opts == "function") {
        cb = opts;
        opts = {};
      }
      cb = opts.cb || cb;
      var pre = typeof cb == "function" ? cb : cb.pre || function() {
      };
      var post = cb.post || function() {
      };
      _traverse(opts, pre, post, schema, "", schema);
    };
    traverse.keywords = {
      additionalItems: true,
      items: true,
      contains: true,
      additionalProperties: true,
      propertyNames: true,
      not: true,
      if: true,
      then: true,
      else: true
    };
    traverse.arrayKeywords = {
      items: true,
      allOf: true,
      anyOf: true,
      oneOf: true
    };
    traverse.propsKeywords = {
      $defs: true,
      definitions: true,
      properties: true,
      patternProperties: true,
      dependencies: true
    };
    traverse.skipKeywords = {
      default: true,
      enum: true,
      const: true,
      required: true,
      maximum: true,
      minimum: true,
      exclusiveMaximum: true,
      exclusiveMinimum: true,
      multipleOf: true,
      maxLength: true,
      minLength: true,
      pattern: true,
      format: true,
      maxItems: true,
      minItems: true,
      uniqueItems: true,
      maxProperties: true,
      minProperties: true
    };
    function _traverse(opts, pre, post, schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex) {
      if (schema && typeof schema == "object" && !Array.isArray(schema)) {
        pre(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
        for (var key in schema) {
          var sch = schema[key];
          if (Array.isArray(sch)) {
            if (key in traverse.arrayKeywords) {
              for (var i = 0; i < sch.length; i++)
                _traverse(opts, pre, post, sch[i], jsonPtr + "/" + key + "/" + i, rootSchema, jsonPtr, key, schema, i);
            }
          } else if (key in traverse.propsKeywords) {
            if (sch && typeof sch == "object") {
              for (var prop in sch)
                _traverse(opts, pre, post, sch[prop], jsonPtr + "/" + key + "/" + escapeJsonPtr(prop), rootSchema, jsonPtr, key, schema, prop);
            }
          } else if (key in traverse.keywords || opts.allKeys && !(key in traverse.skipKeywords)) {
            _traverse(opts, pre, post, sch, jsonPtr + "/" + key, rootSchema, jsonPtr, key, schema);
          }
        }
        post(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
      }
    }
    function escapeJsonPtr(str) {
      return str.replace(/~/g, "~0").replace(/\//g, "~1");
    }
  }
});

// node_modules/ajv/dist/compile/resolve.js
var require_resolve = __commonJS({
  "node_modules/ajv/dist/compile/resolve.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getSchemaRefs = exports.resolveUrl = exports.normalizeId = exports._getFullPath = exports.getFullPath = exports.inlineRef = void 0;
    var util_1 = require_util();
    var equal = require_fast_deep_equal();
    var traverse = require_json_schema_traverse();
    var SIMPLE_INLINED = /* @__PURE__ */ new Set([
      "type",
      "format",
      "pattern",
      "maxLength",
      "minLength",
      "maxProperties",
      "minProperties",
      "maxItems",
      "minItems",
      "maximum",
      "minimum",
      "uniqueItems",
      "multipleOf",
      "required",
      "enum",
      "const"
    ]);
    function inlineRef(schema, limit = true) {
      if (typeof schema == "boolean")
        return true;
      if (limit === true)
        return !hasRef(schema);
      if (!limit)
        return false;
      return countKeys(schema) <= limit;
    }
    exports.inlineRef = inlineRef;
    var REF_KEYWORDS = /* @__PURE__ */ new Set([
      "$ref",
      "$recursiveRef",
      "$recursiveAnchor",
      "$dynamicRef",
      "$dynamicAnchor"
    ]);
    function hasRef(schema) {
      for (const key in schema) {
        if (REF_KEYWORDS.has(key))
          return true;
        const sch = schema[key];
        if (Array.isArray(sch) && sch.some(hasRef))
          return true;
        if (typeof sch == "object" && hasRef(sch))
          return true;
      }
      return false;
    }
    function countKeys(schema) {
      let count2 = 0;
      for (const key in schema) {
        if (key === "$ref")
          return Infinity;
        count2++;
        if (SIMPLE_INLINED.has(key))
          continue;
        if (typeof schema[key] == "object") {
          (0, util_1.eachItem)(schema[key], (sch) => count2 += countKeys(sch));
        }
        if (count2 === Infinity)
          return Infinity;
      }
      return count2;
    }
    function getFullPath(resolver, id = "", normalize) {
      if (normalize !== false)
        id = normalizeId(id);
      const p = resolver.parse(id);
      return _getFullPath(resolver, p);
    }
    exports.getFullPath = getFullPath;
    function _getFullPath(resolver, p) {
      const serialized = resolver.serialize(p);
      return serialized.split("#")[0] + "#";
    }
    exports._getFullPath = _getFullPath;
    var TRAILING_SLASH_HASH = /#\/?$/;
    function normalizeId(id) {
      return id ? id.replace(TRAILING_SLASH_HASH, "") : "";
    }
    exports.normalizeId = normalizeId;
    function resolveUrl(resolver, baseId, id) {
      id = normalizeId(id);
      return resolver.resolve(baseId, id);
    }
    exports.resolveUrl = resolveUrl;
    var ANCHOR = /^[a-z_][-a-z0-9._]*$/i;
    function getSchemaRefs(schema, baseId) {
      if (typeof schema == "boolean")
        return {};
      const { schemaId, uriResolver } = this.opts;
      const schId = normalizeId(schema[schemaId] || baseId);
      const baseIds = { "": schId };
      const pathPrefix = getFullPath(uriResolver, schId, false);
      const localRefs = {};
      const schemaRefs = /* @__PURE__ */ new Set();
      traverse(schema, { allKeys: true }, (sch, jsonPtr, _, parentJsonPtr) => {
        if (parentJsonPtr === void 0)
          return;
        const fullPath = pathPrefix + jsonPtr;
        let innerBaseId = baseIds[parentJsonPtr];
        if (typeof sch[schemaId] == "string")
          innerBaseId = addRef.call(this, sch[schemaId]);
        addAnchor.call(this, sch.$anchor);
        addAnchor.call(this, sch.$dynamicAnchor);
        baseIds[jsonPtr] = innerBaseId;
        function addRef(ref) {
          const _resolve = this.opts.uriResolver.resolve;
          ref = normalizeId(innerBaseId ? _resolve(innerBaseId, ref) : ref);
          if (schemaRefs.has(ref))
            throw ambiguos(ref);
          schemaRefs.add(ref);
          let schOrRef = this.refs[ref];
          if (typeof schOrRef == "string")
            schOrRef = this.refs[schOrRef];
          if (typeof schOrRef == "object") {
            checkAmbiguosRef(sch, schOrRef.schema, ref);
          } else if (ref !== normalizeId(fullPath)) {
            if (ref[0] === "#") {
              checkAmbiguosRef(sch, localRefs[ref], ref);
              localRefs[ref] = sch;
            } else {
              this.refs[ref] = fullPath;
            }
          }
          return ref;
        }
        function addAnchor(anchor) {
          if (typeof anchor == "string") {
            if (!ANCHOR.test(anchor))
              throw new Error(`invalid anchor "${anchor}"`);
            addRef.call(this, `#${anchor}`);
          }
        }
      });
      return localRefs;
      function checkAmbiguosRef(sch1, sch2, ref) {
        if (sch2 !== void 0 && !equal(sch1, sch2))
          throw ambiguos(ref);
      }
      function ambiguos(ref) {
        return new Error(`reference "${ref}" resolves to more than one schema`);
      }
    }
    exports.getSchemaRefs = getSchemaRefs;
  }
});

// node_modules/ajv/dist/compile/validate/index.js
var require_validate = __commonJS({
  "node_modules/ajv/dist/compile/validate/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getData = exports.KeywordCxt = exports.validateFunctionCode = void 0;
    var boolSchema_1 = require_boolSchema();
    var dataType_1 = require_dataType();
    var applicability_1 = require_applicability();
    var dataType_2 = require_dataType();
    var defaults_1 = require_defaults();
    var keyword_1 = require_keyword();
    var subschema_1 = require_subschema();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var resolve_1 = require_resolve();
    var util_1 = require_util();
    var errors_1 = require_errors();
    function validateFunctionCode(it) {
      if (isSchemaObj(it)) {
        checkKeywords(it);
        if (schemaCxtHasRules(it)) {
          topSchemaObjCode(it);
          return;
        }
      }
      validateFunction(it, () => (0, boolSchema_1.topBoolOrEmptySchema)(it));
    }
    exports.validateFunctionCode = validateFunctionCode;
    function validateFunction({ gen, validateName, schema, schemaEnv, opts }, body) {
      if (opts.code.es5) {
        gen.func(validateName, (0, codegen_1._)`${names_1.default.data}, ${names_1.default.valCxt}`, schemaEnv.$async, () => {
          gen.code((0, codegen_1._)`"use strict"; ${funcSourceUrl(schema, opts)}`);
          destructureValCxtES5(gen, opts);
          gen.code(body);
        });
      } else {
        gen.func(validateName, (0, codegen_1._)`${names_1.default.data}, ${destructureValCxt(opts)}`, schemaEnv.$async, () => gen.code(funcSourceUrl(schema, opts)).code(body));
      }
    }
    function destructureValCxt(opts) {
      return (0, codegen_1._)`{${names_1.default.instancePath}="", ${names_1.default.parentData}, ${names_1.default.parentDataProperty}, ${names_1.default.rootData}=${names_1.default.data}${opts.dynamicRef ? (0, codegen_1._)`, ${names_1.default.dynamicAnchors}={}` : codegen_1.nil}}={}`;
    }
    function destructureValCxtES5(gen, opts) {
      gen.if(names_1.default.valCxt, () => {
        gen.var(names_1.default.instancePath, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.instancePath}`);
        gen.var(names_1.default.parentData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentData}`);
        gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentDataProperty}`);
        gen.var(names_1.default.rootData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.rootData}`);
        if (opts.dynamicRef)
          gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.dynamicAnchors}`);
      }, () => {
        gen.var(names_1.default.instancePath, (0, codegen_1._)`""`);
        gen.var(names_1.default.parentData, (0, codegen_1._)`undefined`);
        gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`undefined`);
        gen.var(names_1.default.rootData, names_1.default.data);
        if (opts.dynamicRef)
          gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`{}`);
      });
    }
    function topSchemaObjCode(it) {
      const { schema, opts, gen } = it;
      validateFunction(it, () => {
        if (opts.$comment && schema.$comment)
          commentKeyword(it);
        checkNoDefault(it);
        gen.let(names_1.default.vErrors, null);
        gen.let(names_1.default.errors, 0);
        if (opts.unevaluated)
          resetEvaluated(it);
        typeAndKeywords(it);
        returnResults(it);
      });
      return;
    }
    function resetEvaluated(it) {
      const { gen, validateName } = it;
      it.evaluated = gen.const("evaluated", (0, codegen_1._)`${validateName}.evaluated`);
      gen.if((0, codegen_1._)`${it.evaluated}.dynamicProps`, () => gen.assign((0, codegen_1._)`${it.evaluated}.props`, (0, codegen_1._)`undefined`));
      gen.if((0, codegen_1._)`${it.evaluated}.dynamicItems`, () => gen.assign((0, codegen_1._)`${it.evaluated}.items`, (0, codegen_1._)`undefined`));
    }
    function funcSourceUrl(schema, opts) {
      const schId = typeof schema == "object" && schema[opts.schemaId];
      return schId && (opts.code.source || opts.code.process) ? (0, codegen_1._)`/*# sourceURL=${schId} */` : codegen_1.nil;
    }
    function subschemaCode(it, valid) {
      if (isSchemaObj(it)) {
        checkKeywords(it);
        if (schemaCxtHasRules(it)) {
          subSchemaObjCode(it, valid);
          return;
        }
      }
      (0, boolSchema_1.boolOrEmptySchema)(it, valid);
    }
    function schemaCxtHasRules({ schema, self }) {
      if (typeof schema == "boolean")
        return !schema;
      for (const key in schema)
        if (self.RULES.all[key])
          return true;
      return false;
    }
    function isSchemaObj(it) {
      return typeof it.schema != "boolean";
    }
    function subSchemaObjCode(it, valid) {
      const { schema, gen, opts } = it;
      if (opts.$comment && schema.$comment)
        commentKeyword(it);
      updateContext(it);
      checkAsyncSchema(it);
      const errsCount = gen.const("_errs", names_1.default.errors);
      typeAndKeywords(it, errsCount);
      gen.var(valid, (0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
    }
    function checkKeywords(it) {
      (0, util_1.checkUnknownRules)(it);
      checkRefsAndKeywords(it);
    }
    function typeAndKeywords(it, errsCount) {
      if (it.opts.jtd)
        return schemaKeywords(it, [], false, errsCount);
      const types = (0, dataType_1.getSchemaTypes)(it.schema);
      const checkedTypes = (0, dataType_1.coerceAndCheckDataType)(it, types);
      schemaKeywords(it, types, !checkedTypes, errsCount);
    }
    function checkRefsAndKeywords(it) {
      const { schema, errSchemaPath, opts, self } = it;
      if (schema.$ref && opts.ignoreKeywordsWithRef && (0, util_1.schemaHasRulesButRef)(schema, self.RULES)) {
        self.logger.warn(`$ref: keywords ignored in schema at path "${errSchemaPath}"`);
      }
    }
    function checkNoDefault(it) {
      const { schema, opts } = it;
      if (schema.default !== void 0 && opts.useDefaults && opts.strictSchema) {
        (0, util_1.checkStrictMode)(it, "default is ignored in the schema root");
      }
    }
    function updateContext(it) {
      const schId = it.schema[it.opts.schemaId];
      if (schId)
        it.baseId = (0, resolve_1.resolveUrl)(it.opts.uriResolver, it.baseId, schId);
    }
    function checkAsyncSchema(it) {
      if (it.schema.$async && !it.schemaEnv.$async)
        throw new Error("async schema in sync schema");
    }
    function commentKeyword({ gen, schemaEnv, schema, errSchemaPath, opts }) {
      const msg = schema.$comment;
      if (opts.$comment === true) {
        gen.code((0, codegen_1._)`${names_1.default.self}.logger.log(${msg})`);
      } else if (typeof opts.$comment == "function") {
        const schemaPath = (0, codegen_1.str)`${errSchemaPath}/$comment`;
        const rootName = gen.scopeValue("root", { ref: schemaEnv.root });
        gen.code((0, codegen_1._)`${names_1.default.self}.opts.$comment(${msg}, ${schemaPath}, ${rootName}.schema)`);
      }
    }
    function returnResults(it) {
      const { gen, schemaEnv, validateName, ValidationError, opts } = it;
      if (schemaEnv.$async) {
        gen.if((0, codegen_1._)`${names_1.default.errors} === 0`, () => gen.return(names_1.default.data), () => gen.throw((0, codegen_1._)`new ${ValidationError}(${names_1.default.vErrors})`));
      } else {
        gen.assign((0, codegen_1._)`${validateName}.errors`, names_1.default.vErrors);
        if (opts.unevaluated)
          assignEvaluated(it);
        gen.return((0, codegen_1._)`${names_1.default.errors} === 0`);
      }
    }
    function assignEvaluated({ gen, evaluated, props, items }) {
      if (props instanceof codegen_1.Name)
        gen.assign((0, codegen_1._)`${evaluated}.props`, props);
      if (items instanceof codegen_1.Name)
        gen.assign((0, codegen_1._)`${evaluated}.items`, items);
    }
    function schemaKeywords(it, types, typeErrors, errsCount) {
      const { gen, schema, data, allErrors, opts, self } = it;
      const { RULES } = self;
      if (schema.$ref && (opts.ignoreKeywordsWithRef || !(0, util_1.schemaHasRulesButRef)(schema, RULES))) {
        gen.block(() => keywordCode(it, "$ref", RULES.all.$ref.definition));
        return;
      }
      if (!opts.jtd)
        checkStrictTypes(it, types);
      gen.block(() => {
        for (const group2 of RULES.rules)
          groupKeywords(group2);
        groupKeywords(RULES.post);
      });
      function groupKeywords(group2) {
        if (!(0, applicability_1.shouldUseGroup)(schema, group2))
          return;
        if (group2.type) {
          gen.if((0, dataType_2.checkDataType)(group2.type, data, opts.strictNumbers));
          iterateKeywords(it, group2);
          if (types.length === 1 && types[0] === group2.type && typeErrors) {
            gen.else();
            (0, dataType_2.reportTypeError)(it);
          }
          gen.endIf();
        } else {
          iterateKeywords(it, group2);
        }
        if (!allErrors)
          gen.if((0, codegen_1._)`${names_1.default.errors} === ${errsCount || 0}`);
      }
    }
    function iterateKeywords(it, group2) {
      const { gen, schema, opts: { useDefaults } } = it;
      if (useDefaults)
        (0, defaults_1.assignDefaults)(it, group2.type);
      gen.block(() => {
        for (const rule of group2.rules) {
          if ((0, applicability_1.shouldUseRule)(schema, rule)) {
            keywordCode(it, rule.keyword, rule.definition, group2.type);
          }
        }
      });
    }
    function checkStrictTypes(it, types) {
      if (it.schemaEnv.meta || !it.opts.strictTypes)
        return;
      checkContextTypes(it, types);
      if (!it.opts.allowUnionTypes)
        checkMultipleTypes(it, types);
      checkKeywordTypes(it, it.dataTypes);
    }
    function checkContextTypes(it, types) {
      if (!types.length)
        return;
      if (!it.dataTypes.length) {
        it.dataTypes = types;
        return;
      }
      types.forEach((t) => {
        if (!includesType(it.dataTypes, t)) {
          strictTypesError(it, `type "${t}" not allowed by context "${it.dataTypes.join(",")}"`);
        }
      });
      narrowSchemaTypes(it, types);
    }
    function checkMultipleTypes(it, ts) {
      if (ts.length > 1 && !(ts.length === 2 && ts.includes("null"))) {
        strictTypesError(it, "use allowUnionTypes to allow union type keyword");
      }
    }
    function checkKeywordTypes(it, ts) {
      const rules = it.self.RULES.all;
      for (const keyword in rules) {
        const rule = rules[keyword];
        if (typeof rule == "object" && (0, applicability_1.shouldUseRule)(it.schema, rule)) {
          const { type } = rule.definition;
          if (type.length && !type.some((t) => hasApplicableType(ts, t))) {
            strictTypesError(it, `missing type "${type.join(",")}" for keyword "${keyword}"`);
          }
        }
      }
    }
    function hasApplicableType(schTs, kwdT) {
      return schTs.includes(kwdT) || kwdT === "number" && schTs.includes("integer");
    }
    function includesType(ts, t) {
      return ts.includes(t) || t === "integer" && ts.includes("number");
    }
    function narrowSchemaTypes(it, withTypes) {
      const ts = [];
      for (const t of it.dataTypes) {
        if (includesType(withTypes, t))
          ts.push(t);
        else if (withTypes.includes("integer") && t === "number")
          ts.push("integer");
      }
      it.dataTypes = ts;
    }
    function strictTypesError(it, msg) {
      const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
      msg += ` at "${schemaPath}" (strictTypes)`;
      (0, util_1.checkStrictMode)(it, msg, it.opts.strictTypes);
    }
    var KeywordCxt = class {
      constructor(it, def, keyword) {
        (0, keyword_1.validateKeywordUsage)(it, def, keyword);
        this.gen = it.gen;
        this.allErrors = it.allErrors;
        this.keyword = keyword;
        this.data = it.data;
        this.schema = it.schema[keyword];
        this.$data = def.$data && it.opts.$data && this.schema && this.schema.$data;
        this.schemaValue = (0, util_1.schemaRefOrVal)(it, this.schema, keyword, this.$data);
        this.schemaType = def.schemaType;
        this.parentSchema = it.schema;
        this.params = {};
        this.it = it;
        this.def = def;
        if (this.$data) {
          this.schemaCode = it.gen.const("vSchema", getData(this.$data, it));
        } else {
          this.schemaCode = this.schemaValue;
          if (!(0, keyword_1.validSchemaType)(this.schema, def.schemaType, def.allowUndefined)) {
            throw new Error(`${keyword} value must be ${JSON.stringify(def.schemaType)}`);
          }
        }
        if ("code" in def ? def.trackErrors : def.errors !== false) {
          this.errsCount = it.gen.const("_errs", names_1.default.errors);
        }
      }
      result(condition, successAction, failAction) {
        this.failResult((0, codegen_1.not)(condition), successAction, failAction);
      }
      failResult(condition, successAction, failAction) {
        this.gen.if(condition);
        if (failAction)
          failAction();
        else
          this.error();
        if (successAction) {
          this.gen.else();
          successAction();
          if (this.allErrors)
            this.gen.endIf();
        } else {
          if (this.allErrors)
            this.gen.endIf();
          else
            this.gen.else();
        }
      }
      pass(condition, failAction) {
        this.failResult((0, codegen_1.not)(condition), void 0, failAction);
      }
      fail(condition) {
        if (condition === void 0) {
          this.error();
          if (!this.allErrors)
            this.gen.if(false);
          return;
        }
        this.gen.if(condition);
        this.error();
        if (this.allErrors)
          this.gen.endIf();
        else
          this.gen.else();
      }
      fail$data(condition) {
        if (!this.$data)
          return this.fail(condition);
        const { schemaCode } = this;
        this.fail((0, codegen_1._)`${schemaCode} !== undefined && (${(0, codegen_1.or)(this.invalid$data(), condition)})`);
      }
      error(append, errorParams, errorPaths) {
        if (errorParams) {
          this.setParams(errorParams);
          this._error(append, errorPaths);
          this.setParams({});
          return;
        }
        this._error(append, errorPaths);
      }
      _error(append, errorPaths) {
        ;
        (append ? errors_1.reportExtraError : errors_1.reportError)(this, this.def.error, errorPaths);
      }
      $dataError() {
        (0, errors_1.reportError)(this, this.def.$dataError || errors_1.keyword$DataError);
      }
      reset() {
        if (this.errsCount === void 0)
          throw new Error('add "trackErrors" to keyword definition');
        (0, errors_1.resetErrorsCount)(this.gen, this.errsCount);
      }
      ok(cond) {
        if (!this.allErrors)
          this.gen.if(cond);
      }
      setParams(obj, assign) {
        if (assign)
          Object.assign(this.params, obj);
        else
          this.params = obj;
      }
      block$data(valid, codeBlock, $dataValid = codegen_1.nil) {
        this.gen.block(() => {
          this.check$data(valid, $dataValid);
          codeBlock();
        });
      }
      check$data(valid = codegen_1.nil, $dataValid = codegen_1.nil) {
        if (!this.$data)
          return;
        const { gen, schemaCode, schemaType, def } = this;
        gen.if((0, codegen_1.or)((0, codegen_1._)`${schemaCode} === undefined`, $dataValid));
        if (valid !== codegen_1.nil)
          gen.assign(valid, true);
        if (schemaType.length || def.validateSchema) {
          gen.elseIf(this.invalid$data());
          this.$dataError();
          if (valid !== codegen_1.nil)
            gen.assign(valid, false);
        }
        gen.else();
      }
      invalid$data() {
        const { gen, schemaCode, schemaType, def, it } = this;
        return (0, codegen_1.or)(wrong$DataType(), invalid$DataSchema());
        function wrong$DataType() {
          if (schemaType.length) {
            if (!(schemaCode instanceof codegen_1.Name))
              throw new Error("ajv implementation error");
            const st = Array.isArray(schemaType) ? schemaType : [schemaType];
            return (0, codegen_1._)`${(0, dataType_2.checkDataTypes)(st, schemaCode, it.opts.strictNumbers, dataType_2.DataType.Wrong)}`;
          }
          return codegen_1.nil;
        }
        function invalid$DataSchema() {
          if (def.validateSchema) {
            const validateSchemaRef = gen.scopeValue("validate$data", { ref: def.validateSchema });
            return (0, codegen_1._)`!${validateSchemaRef}(${schemaCode})`;
          }
          return codegen_1.nil;
        }
      }
      subschema(appl, valid) {
        const subschema = (0, subschema_1.getSubschema)(this.it, appl);
        (0, subschema_1.extendSubschemaData)(subschema, this.it, appl);
        (0, subschema_1.extendSubschemaMode)(subschema, appl);
        const nextContext = { ...this.it, ...subschema, items: void 0, props: void 0 };
        subschemaCode(nextContext, valid);
        return nextContext;
      }
      mergeEvaluated(schemaCxt, toName) {
        const { it, gen } = this;
        if (!it.opts.unevaluated)
          return;
        if (it.props !== true && schemaCxt.props !== void 0) {
          it.props = util_1.mergeEvaluated.props(gen, schemaCxt.props, it.props, toName);
        }
        if (it.items !== true && schemaCxt.items !== void 0) {
          it.items = util_1.mergeEvaluated.items(gen, schemaCxt.items, it.items, toName);
        }
      }
      mergeValidEvaluated(schemaCxt, valid) {
        const { it, gen } = this;
        if (it.opts.unevaluated && (it.props !== true || it.items !== true)) {
          gen.if(valid, () => this.mergeEvaluated(schemaCxt, codegen_1.Name));
          return true;
        }
      }
    };
    exports.KeywordCxt = KeywordCxt;
    function keywordCode(it, keyword, def, ruleType) {
      const cxt = new KeywordCxt(it, def, keyword);
      if ("code" in def) {
        def.code(cxt, ruleType);
      } else if (cxt.$data && def.validate) {
        (0, keyword_1.funcKeywordCode)(cxt, def);
      } else if ("macro" in def) {
        (0, keyword_1.macroKeywordCode)(cxt, def);
      } else if (def.compile || def.validate) {
        (0, keyword_1.funcKeywordCode)(cxt, def);
      }
    }
    var JSON_POINTER = /^\/(?:[^~]|~0|~1)*$/;
    var RELATIVE_JSON_POINTER = /^([0-9]+)(#|\/(?:[^~]|~0|~1)*)?$/;
    function getData($data, { dataLevel, dataNames, dataPathArr }) {
      let jsonPointer;
      let data;
      if ($data === "")
        return names_1.default.rootData;
      if ($data[0] === "/") {
        if (!JSON_POINTER.test($data))
          throw new Error(`Invalid JSON-pointer: ${$data}`);
        jsonPointer = $data;
        data = names_1.default.rootData;
      } else {
        const matches = RELATIVE_JSON_POINTER.exec($data);
        if (!matches)
          throw new Error(`Invalid JSON-pointer: ${$data}`);
        const up = +matches[1];
        jsonPointer = matches[2];
        if (jsonPointer === "#") {
          if (up >= dataLevel)
            throw new Error(errorMsg("property/index", up));
          return dataPathArr[dataLevel - up];
        }
        if (up > dataLevel)
          throw new Error(errorMsg("data", up));
        data = dataNames[dataLevel - up];
        if (!jsonPointer)
          return data;
      }
      let expr = data;
      const segments = jsonPointer.split("/");
      for (const segment of segments) {
        if (segment) {
          data = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)((0, util_1.unescapeJsonPointer)(segment))}`;
          expr = (0, codegen_1._)`${expr} && ${data}`;
        }
      }
      return expr;
      function errorMsg(pointerType, up) {
        return `Cannot access ${pointerType} ${up} levels up, current level is ${dataLevel}`;
      }
    }
    exports.getData = getData;
  }
});

// node_modules/ajv/dist/runtime/validation_error.js
var require_validation_error = __commonJS({
  "node_modules/ajv/dist/runtime/validation_error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var ValidationError = class extends Error {
      constructor(errors) {
        super("validation failed");
        this.errors = errors;
        this.ajv = this.validation = true;
      }
    };
    exports.default = ValidationError;
  }
});

// node_modules/ajv/dist/compile/ref_error.js
var require_ref_error = __commonJS({
  "node_modules/ajv/dist/compile/ref_error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var resolve_1 = require_resolve();
    var MissingRefError = class extends Error {
      constructor(resolver, baseId, ref, msg) {
        super(msg || `can't resolve reference ${ref} from id ${baseId}`);
        this.missingRef = (0, resolve_1.resolveUrl)(resolver, baseId, ref);
        this.missingSchema = (0, resolve_1.normalizeId)((0, resolve_1.getFullPath)(resolver, this.missingRef));
      }
    };
    exports.default = MissingRefError;
  }
});

// node_modules/ajv/dist/compile/index.js
var require_compile = __commonJS({
  "node_modules/ajv/dist/compile/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.resolveSchema = exports.getCompilingSchema = exports.resolveRef = exports.compileSchema = exports.SchemaEnv = void 0;
    var codegen_1 = require_codegen();
    var validation_error_1 = require_validation_error();
    var names_1 = require_names();
    var resolve_1 = require_resolve();
    var util_1 = require_util();
    var validate_1 = require_validate();
    var SchemaEnv = class {
      constructor(env) {
        var _a;
        this.refs = {};
        this.dynamicAnchors = {};
        let schema;
        if (typeof env.schema == "object")
          schema = env.schema;
        this.schema = env.schema;
        this.schemaId = env.schemaId;
        this.root = env.root || this;
        this.baseId = (_a = env.baseId) !== null && _a !== void 0 ? _a : (0, resolve_1.normalizeId)(schema === null || schema === void 0 ? void 0 : schema[env.schemaId || "$id"]);
        this.schemaPath = env.schemaPath;
        this.localRefs = env.localRefs;
        this.meta = env.meta;
        this.$async = schema === null || schema === void 0 ? void 0 : schema.$async;
        this.refs = {};
      }
    };
    exports.SchemaEnv = SchemaEnv;
    function compileSchema(sch) {
      const _sch = getCompilingSchema.call(this, sch);
      if (_sch)
        return _sch;
      const rootId = (0, resolve_1.getFullPath)(this.opts.uriResolver, sch.root.baseId);
      const { es5, lines } = this.opts.code;
      const { ownProperties } = this.opts;
      const gen = new codegen_1.CodeGen(this.scope, { es5, lines, ownProperties });
      let _ValidationError;
      if (sch.$async) {
        _ValidationError = gen.scopeValue("Error", {
          ref: validation_error_1.default,
          code: (0, codegen_1._)`require("ajv/dist/runtime/validation_error").default`
        });
      }
      const validateName = gen.scopeName("validate");
      sch.validateName = validateName;
      const schemaCxt = {
        gen,
        allErrors: this.opts.allErrors,
        data: names_1.default.data,
        parentData: names_1.default.parentData,
        parentDataProperty: names_1.default.parentDataProperty,
        dataNames: [names_1.default.data],
        dataPathArr: [codegen_1.nil],
        // TODO can its length be used as dataLevel if nil is removed?
        dataLevel: 0,
        dataTypes: [],
        definedProperties: /* @__PURE__ */ new Set(),
        topSchemaRef: gen.scopeValue("schema", this.opts.code.source === true ? { ref: sch.schema, code: (0, codegen_1.stringify)(sch.schema) } : { ref: sch.schema }),
        validateName,
        ValidationError: _ValidationError,
        schema: sch.schema,
        schemaEnv: sch,
        rootId,
        baseId: sch.baseId || rootId,
        schemaPath: codegen_1.nil,
        errSchemaPath: sch.schemaPath || (this.opts.jtd ? "" : "#"),
        errorPath: (0, codegen_1._)`""`,
        opts: this.opts,
        self: this
      };
      let sourceCode;
      try {
        this._compilations.add(sch);
        (0, validate_1.validateFunctionCode)(schemaCxt);
        gen.optimize(this.opts.code.optimize);
        const validateCode = gen.toString();
        sourceCode = `${gen.scopeRefs(names_1.default.scope)}return ${validateCode}`;
        if (this.opts.code.process)
          sourceCode = this.opts.code.process(sourceCode, sch);
        const makeValidate = new Function(`${names_1.default.self}`, `${names_1.default.scope}`, sourceCode);
        const validate = makeValidate(this, this.scope.get());
        this.scope.value(validateName, { ref: validate });
        validate.errors = null;
        validate.schema = sch.schema;
        validate.schemaEnv = sch;
        if (sch.$async)
          validate.$async = true;
        if (this.opts.code.source === true) {
          validate.source = { validateName, validateCode, scopeValues: gen._values };
        }
        if (this.opts.unevaluated) {
          const { props, items } = schemaCxt;
          validate.evaluated = {
            props: props instanceof codegen_1.Name ? void 0 : props,
            items: items instanceof codegen_1.Name ? void 0 : items,
            dynamicProps: props instanceof codegen_1.Name,
            dynamicItems: items instanceof codegen_1.Name
          };
          if (validate.source)
            validate.source.evaluated = (0, codegen_1.stringify)(validate.evaluated);
        }
        sch.validate = validate;
        return sch;
      } catch (e) {
        delete sch.validate;
        delete sch.validateName;
        if (sourceCode)
          this.logger.error("Error compiling schema, function code:", sourceCode);
        throw e;
      } finally {
        this._compilations.delete(sch);
      }
    }
    exports.compileSchema = compileSchema;
    function resolveRef(root, baseId, ref) {
      var _a;
      ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, ref);
      const schOrFunc = root.refs[ref];
      if (schOrFunc)
        return schOrFunc;
      let _sch = resolve.call(this, root, ref);
      if (_sch === void 0) {
        const schema = (_a = root.localRefs) === null || _a === void 0 ? void 0 : _a[ref];
        const { schemaId } = this.opts;
        if (schema)
          _sch = new SchemaEnv({ schema, schemaId, root, baseId });
      }
      if (_sch === void 0)
        return;
      return root.refs[ref] = inlineOrCompile.call(this, _sch);
    }
    exports.resolveRef = resolveRef;
    function inlineOrCompile(sch) {
      if ((0, resolve_1.inlineRef)(sch.schema, this.opts.inlineRefs))
        return sch.schema;
      return sch.validate ? sch : compileSchema.call(this, sch);
    }
    function getCompilingSchema(schEnv) {
      for (const sch of this._compilations) {
        if (sameSchemaEnv(sch, schEnv))
          return sch;
      }
    }
    exports.getCompilingSchema = getCompilingSchema;
    function sameSchemaEnv(s1, s2) {
      return s1.schema === s2.schema && s1.root === s2.root && s1.baseId === s2.baseId;
    }
    function resolve(root, ref) {
      let sch;
      while (typeof (sch = this.refs[ref]) == "string")
        ref = sch;
      return sch || this.schemas[ref] || resolveSchema.call(this, root, ref);
    }
    function resolveSchema(root, ref) {
      const p = this.opts.uriResolver.parse(ref);
      const refPath = (0, resolve_1._getFullPath)(this.opts.uriResolver, p);
      let baseId = (0, resolve_1.getFullPath)(this.opts.uriResolver, root.baseId, void 0);
      if (Object.keys(root.schema).length > 0 && refPath === baseId) {
        return getJsonPointer.call(this, p, root);
      }
      const id = (0, resolve_1.normalizeId)(refPath);
      const schOrRef = this.refs[id] || this.schemas[id];
      if (typeof schOrRef == "string") {
        const sch = resolveSchema.call(this, root, schOrRef);
        if (typeof (sch === null || sch === void 0 ? void 0 : sch.schema) !== "object")
          return;
        return getJsonPointer.call(this, p, sch);
      }
      if (typeof (schOrRef === null || schOrRef === void 0 ? void 0 : schOrRef.schema) !== "object")
        return;
      if (!schOrRef.validate)
        compileSchema.call(this, schOrRef);
      if (id === (0, resolve_1.normalizeId)(ref)) {
        const { schema } = schOrRef;
        const { schemaId } = this.opts;
        const schId = schema[schemaId];
        if (schId)
          baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
        return new SchemaEnv({ schema, schemaId, root, baseId });
      }
      return getJsonPointer.call(this, p, schOrRef);
    }
    exports.resolveSchema = resolveSchema;
    var PREVENT_SCOPE_CHANGE = /* @__PURE__ */ new Set([
      "properties",
      "patternProperties",
      "enum",
      "dependencies",
      "definitions"
    ]);
    function getJsonPointer(parsedRef, { baseId, schema, root }) {
      var _a;
      if (((_a = parsedRef.fragment) === null || _a === void 0 ? void 0 : _a[0]) !== "/")
        return;
      for (const part of parsedRef.fragment.slice(1).split("/")) {
        if (typeof schema === "boolean")
          return;
        const partSchema = schema[(0, util_1.unescapeFragment)(part)];
        if (partSchema === void 0)
          return;
        schema = partSchema;
        const schId = typeof schema === "object" && schema[this.opts.schemaId];
        if (!PREVENT_SCOPE_CHANGE.has(part) && schId) {
          baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
        }
      }
      let env;
      if (typeof schema != "boolean" && schema.$ref && !(0, util_1.schemaHasRulesButRef)(schema, this.RULES)) {
        const $ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schema.$ref);
        env = resolveSchema.call(this, root, $ref);
      }
      const { schemaId } = this.opts;
      env = env || new SchemaEnv({ schema, schemaId, root, baseId });
      if (env.schema !== env.root.schema)
        return env;
      return void 0;
    }
  }
});

// node_modules/ajv/dist/refs/data.json
var require_data = __commonJS({
  "node_modules/ajv/dist/refs/data.json"(exports, module) {
    module.exports = {
      $id: "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#",
      description: "Meta-schema for $data reference (JSON AnySchema extension proposal)",
      type: "object",
      required: ["$data"],
      properties: {
        $data: {
          type: "string",
          anyOf: [{ format: "relative-json-pointer" }, { format: "json-pointer" }]
        }
      },
      additionalProperties: false
    };
  }
});

// node_modules/fast-uri/lib/utils.js
var require_utils = __commonJS({
  "node_modules/fast-uri/lib/utils.js"(exports, module) {
    "use strict";
    var isUUID = RegExp.prototype.test.bind(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu);
    var isIPv4 = RegExp.prototype.test.bind(/^(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)$/u);
    var isPort = RegExp.prototype.test.bind(/^\d*$/u);
    var isHexPair = RegExp.prototype.test.bind(/^[\da-f]{2}$/iu);
    var isUnreserved = RegExp.prototype.test.bind(/^[\da-z\-._~]$/iu);
    var isPathCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/]$/u);
    var isQueryFragmentCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?]$/u);
    var isUserinfoCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:]$/u);
    var BYTE_HEX = new Array(256);
    {
      const HEX_DIGITS = "0123456789ABCDEF";
      for (let i = 0; i < 256; i++) {
        BYTE_HEX[i] = "%" + HEX_DIGITS[i >> 4] + HEX_DIGITS[i & 15];
      }
    }
    function percentEncodeNonAscii(cp) {
      if (cp < 2048) {
        return BYTE_HEX[192 | cp >> 6] + BYTE_HEX[128 | cp & 63];
      }
      if (cp < 65536) {
        return BYTE_HEX[224 | cp >> 12] + BYTE_HEX[128 | cp >> 6 & 63] + BYTE_HEX[128 | cp & 63];
      }
      return BYTE_HEX[240 | cp >> 18] + BYTE_HEX[128 | cp >> 12 & 63] + BYTE_HEX[128 | cp >> 6 & 63] + BYTE_HEX[128 | cp & 63];
    }
    function stringArrayToHexStripped(input) {
      let acc = "";
      let code = 0;
      let i = 0;
      for (i = 0; i < input.length; i++) {
        code = input[i].charCodeAt(0);
        if (code === 48) {
          continue;
        }
        if (!(code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102)) {
          return "";
        }
        acc += input[i];
        break;
      }
      for (i += 1; i < input.length; i++) {
        code = input[i].charCodeAt(0);
        if (!(code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102)) {
          return "";
        }
        acc += input[i];
      }
      return acc;
    }
    var isHextet = RegExp.prototype.test.bind(/^[\dA-Fa-f]{1,4}$/);
    var isIPvFuture = RegExp.prototype.test.bind(/^[vV][\dA-Fa-f]+\.[A-Za-z\d\-._~!$&'()*+,;=:]+$/);
    var isZoneCharacter = RegExp.prototype.test.bind(/^[A-Za-z\d\-._~]$/);
    var nonSimpleDomain = RegExp.prototype.test.bind(/[^!"$&'()*+,\-.;=_`a-z{}~]/u);
    function isZoneIdentifier(zone) {
      if (zone.length === 0) return false;
      for (let i = 0; i < zone.length; i++) {
        if (isZoneCharacter(zone[i])) continue;
        if (zone[i] === "%" && i + 2 < zone.length && isHexPair(zone.slice(i + 1, i + 3))) {
          i += 2;
          continue;
        }
        return false;
      }
      return true;
    }
    function compressIPv6ZeroRun(hextets) {
      let bestStart = -1;
      let bestLength = 0;
      let runStart = -1;
      let runLength = 0;
      for (let i = 0; i < hextets.length; i++) {
        if (hextets[i] === "0") {
          if (runStart === -1) runStart = i;
          runLength++;
          if (runLength > bestLength) {
            bestLength = runLength;
            bestStart = runStart;
          }
        } else {
          runStart = -1;
          runLength = 0;
        }
      }
      if (bestLength < 2) return hextets.join(":");
      const head = hextets.slice(0, bestStart).join(":");
      const tail = hextets.slice(bestStart + bestLength).join(":");
      return head + "::" + tail;
    }
    function normalizeIPv6Address(input) {
      const compression = input.indexOf("::");
      if (compression !== -1 && input.indexOf("::", compression + 1) !== -1) return void 0;
      const left2 = compression === -1 ? input.split(":") : input.slice(0, compression).split(":");
      const right2 = compression === -1 ? [] : input.slice(compression + 2).split(":");
      if (compression !== -1) {
        if (left2.length === 1 && left2[0] === "") left2.length = 0;
        if (right2.length === 1 && right2[0] === "") right2.length = 0;
      }
      const parts = left2.concat(right2);
      let hextetCount = 0;
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i];
        if (part === "") return void 0;
        if (part.indexOf(".") !== -1) {
          if (i !== parts.length - 1 || compression !== -1 && right2.length === 0 || !isIPv4(part)) return void 0;
          hextetCount += 2;
          continue;
        }
        if (!isHextet(part)) return void 0;
        parts[i] = parseInt(part, 16).toString(16);
        hextetCount++;
      }
      if (compression === -1) {
        if (hextetCount !== 8) return void 0;
        return compressIPv6ZeroRun(parts);
      }
      if (hextetCount >= 8) return void 0;
      const expanded = parts.slice(0, left2.length);
      for (let i = hextetCount; i < 8; i++) expanded.push("0");
      for (let i = left2.length; i < parts.length; i++) expanded.push(parts[i]);
      return compressIPv6ZeroRun(expanded);
    }
    function normalizeIPv6(host) {
      const bracketed = host[0] === "[" && host[host.length - 1] === "]";
      const hasBracket = host[0] === "[" || host[host.length - 1] === "]";
      if (hasBracket && !bracketed) return { host, isIPV6: false, error: true };
      let input = bracketed ? host.slice(1, -1) : host;
      if (bracketed && isIPvFuture(input)) {
        input = input.toLowerCase();
        return { host: `[${input}]`, escapedHost: input, isIPV6: false, isIPVFuture: true };
      }
      if (findToken(input, ":") < 2) {
        return { host, isIPV6: false, error: bracketed };
      }
      let zoneIdentifier = "";
      const zoneSeparator = input.indexOf("%");
      if (zoneSeparator !== -1) {
        const separatorLength = input.slice(zoneSeparator, zoneSeparator + 3).toLowerCase() === "%25" ? 3 : 1;
        zoneIdentifier = input.slice(zoneSeparator + separatorLength);
        if (!isZoneIdentifier(zoneIdentifier)) return { host, isIPV6: false, error: true };
        input = input.slice(0, zoneSeparator);
      }
      const address = normalizeIPv6Address(input);
      if (address === void 0) return { host, isIPV6: false, error: true };
      return {
        host: address + (zoneIdentifier ? "%" + zoneIdentifier : ""),
        escapedHost: address + (zoneIdentifier ? "%25" + zoneIdentifier : ""),
        isIPV6: true
      };
    }
    function findToken(str, token) {
      let ind = 0;
      for (let i = 0; i < str.length; i++) {
        if (str[i] === token) ind++;
      }
      return ind;
    }
    function removeDotSegments(path) {
      let input = path;
      const output = [];
      let nextSlash = -1;
      let len = 0;
      while (len = input.length) {
        if (len === 1) {
          if (input === ".") {
            break;
          } else if (input === "/") {
            output.push("/");
            break;
          } else {
            output.push(input);
            break;
          }
        } else if (len === 2) {
          if (input[0] === ".") {
            if (input[1] === ".") {
              break;
            } else if (input[1] === "/") {
              input = input.slice(2);
              continue;
            }
          } else if (input[0] === "/") {
            if (input[1] === "." || input[1] === "/") {
              output.push("/");
              break;
            }
          }
        } else if (len === 3) {
          if (input === "/..") {
            if (output.length !== 0) {
              output.pop();
            }
            output.push("/");
            break;
          }
        }
        if (input[0] === ".") {
          if (input[1] === ".") {
            if (input[2] === "/") {
              input = input.slice(3);
              continue;
            }
          } else if (input[1] === "/") {
            input = input.slice(2);
            continue;
          }
        } else if (input[0] === "/") {
          if (input[1] === ".") {
            if (input[2] === "/") {
              input = input.slice(2);
              continue;
            } else if (input[2] === ".") {
              if (input[3] === "/") {
                input = input.slice(3);
                if (output.length !== 0) {
                  output.pop();
                }
                continue;
              }
            }
          }
        }
        if ((nextSlash = input.indexOf("/", 1)) === -1) {
          output.push(input);
          break;
        } else {
          output.push(input.slice(0, nextSlash));
          input = input.slice(nextSlash);
        }
      }
      return output.join("");
    }
    function removeDotSegmentsRelative(path) {
      if (path === "" || path[0] === "/") {
        return removeDotSegments(path);
      }
      const segments = path.split("/");
      const last = segments.length - 1;
      const output = [];
      let trailingDirectory = false;
      for (let i = 0; i <= last; i++) {
        const segment = segments[i];
        if (segment === "." || segment === "..") {
          if (segment === "..") {
            if (output.length !== 0 && output[output.length - 1] !== "..") {
              output.pop();
            } else {
              output.push("..");
            }
          }
          trailingDirectory = i === last;
        } else {
          output.push(segment);
        }
      }
      if (trailingDirectory && output[output.length - 1] !== "..") {
        output.push("");
      }
      if (output.length === 0 || output[0] === "" || output[0].includes(":")) {
        output.unshift(".");
      }
      return output.join("/");
    }
    var HOST_DELIMS = { "@": "%40", "/": "%2F", "?": "%3F", "#": "%23", ":": "%3A" };
    var HOST_DELIM_RE = /[@/?#:]/g;
    var HOST_DELIM_NO_COLON_RE = /[@/?#]/g;
    function reescapeHostDelimiters(host, isIP) {
      const re = isIP ? HOST_DELIM_NO_COLON_RE : HOST_DELIM_RE;
      re.lastIndex = 0;
      return host.replace(re, (ch) => HOST_DELIMS[ch]);
    }
    function normalizePercentEncoding(input, decodeUnreserved = false) {
      if (input.indexOf("%") === -1) {
        return input;
      }
      let output = "";
      for (let i = 0; i < input.length; i++) {
        if (input[i] === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            const normalizedHex = hex.toUpperCase();
            const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            if (decodeUnreserved && isUnreserved(decoded)) {
              output += decoded;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        output += input[i];
      }
      return output;
    }
    function normalizePathEncoding(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            const normalizedHex = hex.toUpperCase();
            const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            if (decoded !== "." && isUnreserved(decoded)) {
              output += decoded;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        if (isPathCharacter(ch)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += isEscapeSafe(code) ? ch : BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    function serializePathEncoding(input, pathNoScheme = false) {
      let output = "";
      let firstSegment = pathNoScheme && input[0] !== "/";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            output += "%" + hex.toUpperCase();
            i += 2;
            continue;
          }
        }
        if (ch === "/") {
          firstSegment = false;
        }
        if (isPathCharacter(ch) && (ch !== ":" || !firstSegment)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    function encodeComponent(input, isAllowed) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            output += "%" + hex.toUpperCase();
            i += 2;
            continue;
          }
        }
        if (isAllowed(ch)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    function encodeUserinfo(input) {
      return encodeComponent(input, isUserinfoCharacter);
    }
    function encodeQuery(input) {
      return encodeComponent(input, isQueryFragmentCharacter);
    }
    function encodeFragment(input) {
      return encodeComponent(input, isQueryFragmentCharacter);
    }
    function isEscapeSafe(cp) {
      return cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122 || cp === 42 || cp === 43 || cp === 45 || cp === 46 || cp === 47 || cp === 64 || cp === 95;
    }
    function normalizeQueryFragmentEncoding(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        const ch = input[i];
        if (ch === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            const normalizedHex = hex.toUpperCase();
            const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
            if (isUnreserved(decoded)) {
              output += decoded;
            } else {
              output += "%" + normalizedHex;
            }
            i += 2;
            continue;
          }
        }
        if (isQueryFragmentCharacter(ch)) {
          output += ch;
        } else {
          const code = input.charCodeAt(i);
          if (code < 128) {
            output += isEscapeSafe(code) ? ch : BYTE_HEX[code];
          } else if (code < 55296 || code > 57343) {
            output += percentEncodeNonAscii(code);
          } else if (code <= 56319 && i + 1 < input.length) {
            const low = input.charCodeAt(i + 1);
            if (low >= 56320 && low <= 57343) {
              output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
              i++;
            } else {
              output += percentEncodeNonAscii(65533);
            }
          } else {
            output += percentEncodeNonAscii(65533);
          }
        }
      }
      return output;
    }
    function escapePreservingEscapes(input) {
      let output = "";
      for (let i = 0; i < input.length; i++) {
        if (input[i] === "%" && i + 2 < input.length) {
          const hex = input.slice(i + 1, i + 3);
          if (isHexPair(hex)) {
            output += "%" + hex.toUpperCase();
            i += 2;
            continue;
          }
        }
        output += escape(input[i]);
      }
      return output;
    }
    function recomposeAuthority(component) {
      const uriTokens = [];
      if (component.userinfo !== void 0) {
        uriTokens.push(encodeUserinfo(component.userinfo));
        uriTokens.push("@");
      }
      if (component.host !== void 0) {
        let host = component.host;
        if (!isIPv4(host)) {
          let ipV6res = normalizeIPv6(host);
          if (ipV6res.isIPV6 !== true && ipV6res.isIPVFuture !== true) {
            host = normalizePercentEncoding(host, true);
            ipV6res = normalizeIPv6(host);
          }
          if (ipV6res.isIPV6 === true || ipV6res.isIPVFuture === true) {
            host = `[${ipV6res.escapedHost}]`;
          } else {
            host = reescapeHostDelimiters(host, false);
          }
        }
        uriTokens.push(host);
      }
      if (typeof component.port === "number" || typeof component.port === "string") {
        const port = String(component.port);
        if (!isPort(port)) {
          throw new TypeError("URI port is malformed.");
        }
        uriTokens.push(":");
        uriTokens.push(port);
      }
      return uriTokens.length ? uriTokens.join("") : void 0;
    }
    module.exports = {
      nonSimpleDomain,
      recomposeAuthority,
      reescapeHostDelimiters,
      normalizePercentEncoding,
      normalizePathEncoding,
      serializePathEncoding,
      normalizeQueryFragmentEncoding,
      encodeUserinfo,
      encodeQuery,
      encodeFragment,
      escapePreservingEscapes,
      removeDotSegments,
      removeDotSegmentsRelative,
      isIPv4,
      isUUID,
      normalizeIPv6,
      stringArrayToHexStripped
    };
  }
});

// node_modules/fast-uri/lib/schemes.js
var require_schemes = __commonJS({
  "node_modules/fast-uri/lib/schemes.js"(exports, module) {
    "use strict";
    var { isUUID } = require_utils();
    var URN_REG = /^([\da-z][\d\-a-z]{0,31}):((?:[\w!$'()*+,\-./:;=@]|%[\da-f]{2})+)$/iu;
    var supportedSchemeNames = (
      /** @type {const} */
      [
        "http",
        "https",
        "ws",
        "wss",
        "urn",
        "urn:uuid"
      ]
    );
    function isValidSchemeName(name) {
      return supportedSchemeNames.indexOf(
        /** @type {*} */
        name
      ) !== -1;
    }
    function wsIsSecure(wsComponent) {
      if (wsComponent.secure === true) {
        return true;
      } else if (wsComponent.secure === false) {
        return false;
      } else if (wsComponent.scheme) {
        return wsComponent.scheme.length === 3 && (wsComponent.scheme[0] === "w" || wsComponent.scheme[0] === "W") && (wsComponent.scheme[1] === "s" || wsComponent.scheme[1] === "S") && (wsComponent.scheme[2] === "s" || wsComponent.scheme[2] === "S");
      } else {
        return false;
      }
    }
    function httpParse(component) {
      if (!component.host) {
        component.error = component.error || "HTTP URIs must have a host.";
      }
      return component;
    }
    function httpSerialize(component) {
      const secure = String(component.scheme).toLowerCase() === "https";
      if (component.port === (secure ? 443 : 80) || component.port === "") {
        component.port = void 0;
      }
      if (!component.path) {
        component.path = "/";
      }
      return component;
    }
    function wsParse(wsComponent) {
      wsComponent.secure = wsIsSecure(wsComponent);
      wsComponent.resourceName = (wsComponent.path || "/") + (wsComponent.query ? "?" + wsComponent.query : "");
      wsComponent.path = void 0;
      wsComponent.query = void 0;
      return wsComponent;
    }
    function wsSerialize(wsComponent) {
      if (wsComponent.port === (wsIsSecure(wsComponent) ? 443 : 80) || wsComponent.port === "") {
        wsComponent.port = void 0;
      }
      if (typeof wsComponent.secure === "boolean") {
        wsComponent.scheme = wsComponent.secure ? "wss" : "ws";
        wsComponent.secure = void 0;
      }
      if (wsComponent.resourceName) {
        const queryIndex = wsComponent.resourceName.indexOf("?");
        const path = queryIndex === -1 ? wsComponent.resourceName : wsComponent.resourceName.slice(0, queryIndex);
        wsComponent.path = path && path !== "/" ? path : void 0;
        wsComponent.query = queryIndex === -1 ? void 0 : wsComponent.resourceName.slice(queryIndex + 1);
        wsComponent.resourceName = void 0;
      }
      wsComponent.fragment = void 0;
      return wsComponent;
    }
    function urnParse(urnComponent, options2) {
      if (!urnComponent.path) {
        urnComponent.error = "URN can not be parsed";
        return urnComponent;
      }
      const matches = urnComponent.path.match(URN_REG);
      if (matches && matches[0] === urnComponent.path) {
        const scheme = options2.scheme || urnComponent.scheme || "urn";
        urnComponent.nid = matches[1].toLowerCase();
        urnComponent.nss = matches[2];
        const urnScheme = `${scheme}:${options2.nid || urnComponent.nid}`;
        const schemeHandler = getSchemeHandler(urnScheme);
        urnComponent.path = void 0;
        if (schemeHandler) {
          urnComponent = schemeHandler.parse(urnComponent, options2);
        }
      } else {
        urnComponent.error = urnComponent.error || "URN can not be parsed.";
      }
      return urnComponent;
    }
    function urnSerialize(urnComponent, options2) {
      if (urnComponent.nid === void 0) {
        throw new Error("URN without nid cannot be serialized");
      }
      const scheme = options2.scheme || urnComponent.scheme || "urn";
      const nid = urnComponent.nid.toLowerCase();
      const urnScheme = `${scheme}:${options2.nid || nid}`;
      const schemeHandler = getSchemeHandler(urnScheme);
      if (schemeHandler) {
        urnComponent = schemeHandler.serialize(urnComponent, options2);
      }
      const uriComponent = urnComponent;
      const nss = urnComponent.nss;
      uriComponent.path = `${nid || options2.nid}:${nss}`;
      options2.skipEscape = true;
      return uriComponent;
    }
    function urnuuidParse(urnComponent, options2) {
      const uuidComponent = urnComponent;
      uuidComponent.uuid = uuidComponent.nss;
      uuidComponent.nss = void 0;
      if (!options2.tolerant && (!uuidComponent.uuid || !isUUID(uuidComponent.uuid))) {
        uuidComponent.error = uuidComponent.error || "UUID is not valid.";
      }
      return uuidComponent;
    }
    function urnuuidSerialize(uuidComponent) {
      const urnComponent = uuidComponent;
      urnComponent.nss = (uuidComponent.uuid || "").toLowerCase();
      return urnComponent;
    }
    var http = (
      /** @type {SchemeHandler} */
      {
        scheme: "http",
        domainHost: true,
        parse: httpParse,
        serialize: httpSerialize
      }
    );
    var https = (
      /** @type {SchemeHandler} */
      {
        scheme: "https",
        domainHost: http.domainHost,
        parse: httpParse,
        serialize: httpSerialize
      }
    );
    var ws = (
      /** @type {SchemeHandler} */
      {
        scheme: "ws",
        domainHost: true,
        parse: wsParse,
        serialize: wsSerialize
      }
    );
    var wss = (
      /** @type {SchemeHandler} */
      {
        scheme: "wss",
        domainHost: ws.domainHost,
        parse: ws.parse,
        serialize: ws.serialize
      }
    );
    var urn = (
      /** @type {SchemeHandler} */
      {
        scheme: "urn",
        parse: urnParse,
        serialize: urnSerialize,
        skipNormalize: true
      }
    );
    var urnuuid = (
      /** @type {SchemeHandler} */
      {
        scheme: "urn:uuid",
        parse: urnuuidParse,
        serialize: urnuuidSerialize,
        skipNormalize: true
      }
    );
    var SCHEMES = (
      /** @type {Record<SchemeName, SchemeHandler>} */
      {
        http,
        https,
        ws,
        wss,
        urn,
        "urn:uuid": urnuuid
      }
    );
    Object.setPrototypeOf(SCHEMES, null);
    function getSchemeHandler(scheme) {
      return scheme && (SCHEMES[
        /** @type {SchemeName} */
        scheme
      ] || SCHEMES[
        /** @type {SchemeName} */
        scheme.toLowerCase()
      ]) || void 0;
    }
    module.exports = {
      wsIsSecure,
      SCHEMES,
      isValidSchemeName,
      getSchemeHandler
    };
  }
});

// node_modules/fast-uri/index.js
var require_fast_uri = __commonJS({
  "node_modules/fast-uri/index.js"(exports, module) {
    "use strict";
    var { normalizeIPv6, removeDotSegments, removeDotSegmentsRelative, recomposeAuthority, normalizePercentEncoding, normalizePathEncoding, serializePathEncoding, normalizeQueryFragmentEncoding, encodeQuery, encodeFragment, reescapeHostDelimiters, isIPv4, nonSimpleDomain } = require_utils();
    var { SCHEMES, getSchemeHandler } = require_schemes();
    var VALID_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/u;
    var MALFORMED_SCHEME_ERROR = "URI scheme is malformed.";
    var MALFORMED_HOST_ERROR = "URI host is malformed.";
    var FORBIDDEN_DOMAIN_HOST_CHARACTER = /[\0-\x20"#/:<>?@[\\\]^`{|}\x7F]/u;
    function validateScheme(scheme) {
      const stringScheme = String(scheme);
      if (!VALID_SCHEME.test(stringScheme)) {
        throw new TypeError(MALFORMED_SCHEME_ERROR);
      }
      return stringScheme;
    }
    function normalize(uri, options2) {
      if (typeof uri === "string") {
        uri = /** @type {T} */
        normalizeString(uri, options2);
      } else if (typeof uri === "object") {
        uri = /** @type {T} */
        parse(serialize(uri, options2), options2);
      }
      return uri;
    }
    function resolve(baseURI, relativeURI, options2) {
      const schemelessOptions = options2 ? Object.assign({ scheme: "null" }, options2) : { scheme: "null" };
      const {
        parsed: baseParsed,
        malformedAuthorityOrPort: baseMalformed,
        malformedPercentEncoding: baseMalformedPercentEncoding,
        malformedSchemeSpecific: baseMalformedSchemeSpecific,
        malformedHost: baseMalformedHost,
        malformedScheme: baseMalformedScheme
      } = parseWithStatus(baseURI, schemelessOptions);
      const {
        parsed: relativeParsed,
        malformedAuthorityOrPort: relativeMalformed,
        malformedPercentEncoding: relativeMalformedPercentEncoding,
        malformedSchemeSpecific: relativeMalformedSchemeSpecific,
        malformedHost: relativeMalformedHost,
        malformedScheme: relativeMalformedScheme
      } = parseWithStatus(relativeURI, schemelessOptions);
      if (baseMalformed || relativeMalformed || baseMalformedPercentEncoding || relativeMalformedPercentEncoding || baseMalformedSchemeSpecific || relativeMalformedSchemeSpecific || baseMalformedHost || relativeMalformedHost || baseMalformedScheme || relativeMalformedScheme) {
        throw new Error(baseParsed.error || relativeParsed.error || "URI is malformed.");
      }
      const resolved = resolveComponent(baseParsed, relativeParsed, schemelessOptions, true);
      const resolvedSchemeHandler = getSchemeHandler(options2 && options2.scheme || resolved.scheme);
      const resolvedHost = resolved.host;
      const resolvedHostIsIP = resolvedHost !== void 0 && resolvedHost !== "" && (isIPv4(resolvedHost) || normalizeIPv6(resolvedHost).isIPV6);
      if (hasForbiddenDomainHost(resolved, options2 || {}, resolvedSchemeHandler, resolvedHostIsIP)) {
        throw new Error(MALFORMED_HOST_ERROR);
      }
      canonicalizeHost(resolved, options2 || {}, resolvedSchemeHandler, resolvedHostIsIP);
      const encodedASCIIHost = resolvedHost && resolvedHost.indexOf("%") !== -1 && !new RegExp("\\P{ASCII}", "u").test(resolvedHost);
      if (resolved.error && !encodedASCIIHost) {
        throw new Error(resolved.error);
      }
      schemelessOptions.skipEscape = true;
      return serialize(resolved, schemelessOptions);
    }
    function resolveComponent(base, relative, options2, skipNormalization) {
      const target = {};
      if (!skipNormalization) {
        base = parse(serialize(base, options2), options2);
        relative = parse(serialize(relative, options2), options2);
      }
      options2 = options2 || {};
      if (!options2.tolerant && relative.scheme) {
        target.scheme = relative.scheme;
        target.userinfo = relative.userinfo;
        target.host = relative.host;
        target.port = relative.port;
        target.path = removeDotSegments(relative.path || "");
        target.query = relative.query;
      } else {
        if (relative.userinfo !== void 0 || relative.host !== void 0 || relative.port !== void 0) {
          target.userinfo = relative.userinfo;
          target.host = relative.host;
          target.port = relative.port;
          target.path = removeDotSegments(relative.path || "");
          target.query = relative.query;
        } else {
          if (!relative.path) {
            target.path = base.path;
            if (relative.query !== void 0) {
              target.query = relative.query;
            } else {
              target.query = base.query;
            }
          } else {
            if (relative.path[0] === "/") {
              target.path = removeDotSegments(relative.path);
            } else {
              const baseHasAuthority = base.userinfo !== void 0 || base.host !== void 0 || base.port !== void 0;
              if (baseHasAuthority && !base.path) {
                target.path = "/" + relative.path;
              } else if (!base.path) {
                target.path = relative.path;
              } else {
                target.path = base.path.slice(0, base.path.lastIndexOf("/") + 1) + relative.path;
              }
              target.path = base.scheme === void 0 && !baseHasAuthority && target.path[0] !== "/" ? removeDotSegmentsRelative(target.path) : removeDotSegments(target.path);
            }
            target.query = relative.query;
          }
          target.userinfo = base.userinfo;
          target.host = base.host;
          target.port = base.port;
        }
        target.scheme = base.scheme;
      }
      target.fragment = relative.fragment;
      return target;
    }
    function equal(uriA, uriB, options2) {
      const normalizedA = normalizeComparableURI(uriA, options2);
      const normalizedB = normalizeComparableURI(uriB, options2);
      return normalizedA !== void 0 && normalizedB !== void 0 && normalizedA === normalizedB;
    }
    function serialize(cmpts, opts) {
      const component = {
        host: cmpts.host,
        scheme: cmpts.scheme,
        userinfo: cmpts.userinfo,
        port: cmpts.port,
        path: cmpts.path,
        query: cmpts.query,
        nid: cmpts.nid,
        nss: cmpts.nss,
        uuid: cmpts.uuid,
        fragment: cmpts.fragment,
        reference: cmpts.reference,
        resourceName: cmpts.resourceName,
        secure: cmpts.secure,
        error: ""
      };
      const options2 = Object.assign({}, opts);
      const uriTokens = [];
      if (component.scheme) {
        component.scheme = validateScheme(component.scheme);
      }
      const schemeHandler = getSchemeHandler(options2.scheme || component.scheme);
      if (schemeHandler && schemeHandler.serialize) schemeHandler.serialize(component, options2);
      const hasAuthority = component.userinfo !== void 0 || component.host !== void 0 || component.port !== void 0;
      const schemelessReference = (component.scheme === void 0 || options2.reference === "suffix") && !hasAuthority;
      const pathNoScheme = !options2.skipEscape && schemelessReference;
      if (component.path !== void 0) {
        if (!options2.skipEscape) {
          component.path = serializePathEncoding(component.path, pathNoScheme);
        } else {
          component.path = normalizePercentEncoding(component.path);
        }
      }
      if (options2.reference !== "suffix" && component.scheme) {
        component.scheme = validateScheme(component.scheme);
        uriTokens.push(component.scheme, ":");
      }
      const authority = recomposeAuthority(component);
      if (authority !== void 0) {
        if (options2.reference !== "suffix") {
          uriTokens.push("//");
        }
        uriTokens.push(authority);
        if (component.path && component.path[0] !== "/") {
          uriTokens.push("/");
        }
      }
      if (component.path !== void 0) {
        let s = component.path;
        if (!options2.absolutePath && (!schemeHandler || !schemeHandler.absolutePath)) {
          s = schemelessReference && s[0] !== "/" ? removeDotSegmentsRelative(s) : removeDotSegments(s);
        }
        if (schemelessReference) {
          s = serializePathEncoding(s, true);
        }
        if (authority === void 0 && s[0] === "/" && s[1] === "/") {
          s = "/%2F" + s.slice(2);
        }
        uriTokens.push(s);
      }
      if (component.query !== void 0) {
        uriTokens.push("?", encodeQuery(component.query));
      }
      if (component.fragment !== void 0) {
        uriTokens.push("#", encodeFragment(component.fragment));
      }
      return uriTokens.join("");
    }
    var URI_PARSE = /^(?:([^#/:?]+):)?(?:\/\/((?:([^#/?@]*)@)?(\[[^#/?\]]+\]|[^#/:?]*)(?::(\d*))?))?([^#?]*)(?:\?([^#]*))?(?:#((?:.|[\n\r])*))?/u;
    var AUTHORITY_PREFIX = /^(?:[^#/:?]+:)?\/\/([^/?#]*)/;
    var AUTHORITY_INTRODUCER_REGION = /^(?:[^#/:?]+:)?([/\\\t\n\r]*)/;
    function getParseError(parsed, matches) {
      if (matches[2] !== void 0 && parsed.path && parsed.path[0] !== "/") {
        return 'URI path must start with "/" when authority is present.';
      }
      if (typeof parsed.port === "number" && (parsed.port < 0 || parsed.port > 65535)) {
        return "URI port is malformed.";
      }
      return void 0;
    }
    function hasMalformedPercentEncoding(component) {
      if (component === void 0) return false;
      let percent = component.indexOf("%");
      while (percent !== -1) {
        if (percent + 2 >= component.length || !/^[\da-f]{2}$/iu.test(component.slice(percent + 1, percent + 3))) {
          return true;
        }
        percent = component.indexOf("%", percent + 3);
      }
      return false;
    }
    function isIPLiteral(host) {
      return host[0] === "[" && host[host.length - 1] === "]";
    }
    function hasMalformedComponentPercentEncoding(matches) {
      const host = matches[4];
      return hasMalformedPercentEncoding(matches[3]) || host !== void 0 && !isIPLiteral(host) && hasMalformedPercentEncoding(host) || hasMalformedPercentEncoding(matches[6]) || hasMalformedPercentEncoding(matches[7]) || hasMalformedPercentEncoding(matches[8]);
    }
    function canonicalizeHost(parsed, options2, schemeHandler, isIP) {
      if (hasForbiddenDomainHost(parsed, options2, schemeHandler, isIP)) {
        parsed.error = parsed.error || MALFORMED_HOST_ERROR;
        return true;
      }
      if (!options2.unicodeSupport && (!schemeHandler || !schemeHandler.unicodeSupport) && parsed.host && !isIPLiteral(parsed.host) && (options2.domainHost || schemeHandler && schemeHandler.domainHost) && isIP === false && nonSimpleDomain(parsed.host)) {
        let url;
        try {
          url = new URL("http://" + parsed.host);
        } catch (e) {
          parsed.error = parsed.error || "Host's domain name can not be converted to ASCII: " + e;
          return true;
        }
        if (!isHostOnlyURL(url)) {
          parsed.error = parsed.error || MALFORMED_HOST_ERROR;
          return true;
        }
        parsed.host = url.hostname;
      }
      return false;
    }
    function hasForbiddenDomainHost(parsed, options2, schemeHandler, isIP) {
      return Boolean(
        parsed.host && isIP === false && !isIPLiteral(parsed.host) && (options2.domainHost || schemeHandler && schemeHandler.domainHost) && FORBIDDEN_DOMAIN_HOST_CHARACTER.test(parsed.host)
      );
    }
    function isHostOnlyURL(url) {
      return url.username === "" && url.password === "" && url.port === "" && url.pathname === "/" && url.search === "" && url.hash === "" && url.hostname !== "";
    }
    function parseWithStatus(uri, opts) {
      const options2 = Object.assign({}, opts);
      const parsed = {
        scheme: void 0,
        userinfo: void 0,
        host: "",
        port: void 0,
        path: "",
        query: void 0,
        fragment: void 0
      };
      let malformedAuthorityOrPort = false;
      let malformedPercentEncoding = false;
      let malformedSchemeSpecific = false;
      let malformedHost = false;
      let malformedIPLiteral = false;
      let malformedScheme = false;
      let isIP = false;
      if (options2.reference === "suffix") {
        if (options2.scheme) {
          uri = options2.scheme + ":" + uri;
        } else {
          uri = "//" + uri;
        }
      }
      const authorityMatch = uri.match(AUTHORITY_PREFIX);
      if (authorityMatch !== null && authorityMatch[1].indexOf("\\") !== -1) {
        parsed.error = "URI authority must not contain a literal backslash.";
        malformedAuthorityOrPort = true;
      }
      const introducerMatch = uri.match(AUTHORITY_INTRODUCER_REGION);
      if (introducerMatch !== null) {
        const region = introducerMatch[1];
        const normalizedRegion = region.replace(/[\t\n\r]/g, "");
        if (normalizedRegion.length >= 2) {
          if (normalizedRegion.slice(0, 2) !== "//") {
            parsed.error = parsed.error || "URI authority must not contain a literal backslash.";
            malformedAuthorityOrPort = true;
          } else if (region.length !== normalizedRegion.length) {
            parsed.error = parsed.error || "URI authority introducer must not contain whitespace.";
            malformedAuthorityOrPort = true;
          }
        }
      }
      const matches = uri.match(URI_PARSE);
      if (matches) {
        parsed.scheme = matches[1];
        parsed.userinfo = matches[3];
        parsed.host = matches[4];
        parsed.port = parseInt(matches[5], 10);
        parsed.path = matches[6] || "";
        parsed.query = matches[7];
        parsed.fragment = matches[8];
        if (parsed.scheme !== void 0) {
          if (VALID_SCHEME.test(parsed.scheme)) {
            parsed.scheme = parsed.scheme.toLowerCase();
          } else {
            parsed.error = parsed.error || MALFORMED_SCHEME_ERROR;
            malformedScheme = true;
          }
        }
        malformedPercentEncoding = hasMalformedComponentPercentEncoding(matches);
        if (malformedPercentEncoding) {
          parsed.error = parsed.error || "URI contains malformed percent-encoding.";
        }
        if (isNaN(parsed.port)) {
          parsed.port = matches[5];
        }
        const parseError = getParseError(parsed, matches);
        if (parseError !== void 0) {
          parsed.error = parsed.error || parseError;
          malformedAuthorityOrPort = true;
        }
        if (parsed.host) {
          const ipv4result = isIPv4(parsed.host);
          if (ipv4result === false) {
            const bracketedIPLiteral = isIPLiteral(parsed.host);
            const hasIPLiteralBracket = parsed.host.indexOf("[") !== -1 || parsed.host.indexOf("]") !== -1;
            const ipv6result = normalizeIPv6(parsed.host);
            isIP = ipv6result.isIPV6 || ipv6result.isIPVFuture === true;
            malformedIPLiteral = hasIPLiteralBracket && (!bracketedIPLiteral || ipv6result.error === true);
            parsed.host = isIP ? ipv6result.host : ipv6result.host.toLowerCase();
            if (malformedIPLiteral) {
              parsed.error = parsed.error || MALFORMED_HOST_ERROR;
              malformedAuthorityOrPort = true;
            }
          } else {
            isIP = true;
          }
        }
        if (parsed.scheme === void 0 && parsed.userinfo === void 0 && parsed.host === void 0 && parsed.port === void 0 && parsed.query === void 0 && !parsed.path) {
          parsed.reference = "same-document";
        } else if (parsed.scheme === void 0) {
          parsed.reference = "relative";
        } else if (parsed.fragment === void 0) {
          parsed.reference = "absolute";
        } else {
          parsed.reference = "uri";
        }
        if (options2.reference && options2.reference !== "suffix" && options2.reference !== parsed.reference) {
          parsed.error = parsed.error || "URI is not a " + options2.reference + " reference.";
        }
        const schemeHandler = getSchemeHandler(options2.scheme || parsed.scheme);
        if (!malformedIPLiteral) {
          malformedHost = canonicalizeHost(parsed, options2, schemeHandler, isIP);
        }
        if (uri.indexOf("%") !== -1 && parsed.host !== void 0 && !malformedIPLiteral) {
          let host = isIP ? parsed.host : normalizePercentEncoding(parsed.host, true);
          if (!isIP) {
            host = normalizePercentEncoding(host.toLowerCase());
          }
          parsed.host = isIP || options2.scheme !== "null" ? reescapeHostDelimiters(host, isIP) : host;
        }
        if (!schemeHandler || schemeHandler && !schemeHandler.skipNormalize) {
          if (parsed.path) {
            parsed.path = normalizePathEncoding(parsed.path);
          }
          if (parsed.query) {
            parsed.query = normalizeQueryFragmentEncoding(parsed.query);
          }
          if (parsed.fragment) {
            parsed.fragment = normalizeQueryFragmentEncoding(parsed.fragment);
          }
        }
        if (schemeHandler && schemeHandler.parse) {
          schemeHandler.parse(parsed, options2);
          if (schemeHandler === SCHEMES.urn && parsed.nid === void 0) {
            malformedSchemeSpecific = true;
          }
        }
      } else {
        parsed.error = parsed.error || "URI can not be parsed.";
      }
      return { parsed, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme };
    }
    function parse(uri, opts) {
      return parseWithStatus(uri, opts).parsed;
    }
    function normalizeString(uri, opts) {
      return normalizeStringWithStatus(uri, opts).normalized;
    }
    function normalizeStringWithStatus(uri, opts) {
      const { parsed, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = parseWithStatus(uri, opts);
      return {
        normalized: malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? uri : serialize(parsed, opts),
        malformedAuthorityOrPort,
        malformedPercentEncoding,
        malformedSchemeSpecific,
        malformedHost,
        malformedScheme
      };
    }
    function normalizeComparableURI(uri, opts) {
      if (typeof uri !== "string" && typeof uri !== "object") {
        return void 0;
      }
      let value;
      try {
        value = typeof uri === "string" ? uri : serialize(uri, opts);
      } catch {
        return void 0;
      }
      const { normalized, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = normalizeStringWithStatus(value, opts);
      return malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? void 0 : normalized;
    }
    var fastUri = {
      SCHEMES,
      normalize,
      resolve,
      resolveComponent,
      equal,
      serialize,
      parse
    };
    module.exports = fastUri;
    module.exports.default = fastUri;
    module.exports.fastUri = fastUri;
  }
});

// node_modules/ajv/dist/runtime/uri.js
var require_uri = __commonJS({
  "node_modules/ajv/dist/runtime/uri.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var uri = require_fast_uri();
    uri.code = 'require("ajv/dist/runtime/uri").default';
    exports.default = uri;
  }
});

// node_modules/ajv/dist/core.js
var require_core = __commonJS({
  "node_modules/ajv/dist/core.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = void 0;
    var validate_1 = require_validate();
    Object.defineProperty(exports, "KeywordCxt", { enumerable: true, get: function() {
      return validate_1.KeywordCxt;
    } });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports, "_", { enumerable: true, get: function() {
      return codegen_1._;
    } });
    Object.defineProperty(exports, "str", { enumerable: true, get: function() {
      return codegen_1.str;
    } });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: function() {
      return codegen_1.stringify;
    } });
    Object.defineProperty(exports, "nil", { enumerable: true, get: function() {
      return codegen_1.nil;
    } });
    Object.defineProperty(exports, "Name", { enumerable: true, get: function() {
      return codegen_1.Name;
    } });
    Object.defineProperty(exports, "CodeGen", { enumerable: true, get: function() {
      return codegen_1.CodeGen;
    } });
    var validation_error_1 = require_validation_error();
    var ref_error_1 = require_ref_error();
    var rules_1 = require_rules();
    var compile_1 = require_compile();
    var codegen_2 = require_codegen();
    var resolve_1 = require_resolve();
    var dataType_1 = require_dataType();
    var util_1 = require_util();
    var $dataRefSchema = require_data();
    var uri_1 = require_uri();
    var defaultRegExp = (str, flags) => new RegExp(str, flags);
    defaultRegExp.code = "new RegExp";
    var META_IGNORE_OPTIONS = ["removeAdditional", "useDefaults", "coerceTypes"];
    var EXT_SCOPE_NAMES = /* @__PURE__ */ new Set([
      "validate",
      "serialize",
      "parse",
      "wrapper",
      "root",
      "schema",
      "keyword",
      "pattern",
      "formats",
      "validate$data",
      "func",
      "obj",
      "Error"
    ]);
    var removedOptions = {
      errorDataPath: "",
      format: "`validateFormats: false` can be used instead.",
      nullable: '"nullable" keyword is supported by default.',
      jsonPointers: "Deprecated jsPropertySyntax can be used instead.",
      extendRefs: "Deprecated ignoreKeywordsWithRef can be used instead.",
      missingRefs: "Pass empty schema with $id that should be ignored to ajv.addSchema.",
      processCode: "Use option `code: {process: (code, schemaEnv: object) => string}`",
      sourceCode: "Use option `code: {source: true}`",
      strictDefaults: "It is default now, see option `strict`.",
      strictKeywords: "It is default now, see option `strict`.",
      uniqueItems: '"uniqueItems" keyword is always validated.',
      unknownFormats: "Disable strict mode or pass `true` to `ajv.addFormat` (or `formats` option).",
      cache: "Map is used as cache, schema object as key.",
      serialize: "Map is used as cache, schema object as key.",
      ajvErrors: "It is default now."
    };
    var deprecatedOptions = {
      ignoreKeywordsWithRef: "",
      jsPropertySyntax: "",
      unicode: '"minLength"/"maxLength" account for unicode characters by default.'
    };
    var MAX_EXPRESSION = 200;
    function requiredOptions(o) {
      var _a, _b, _c, _d, _e, _f, _g, _h, _j, _k, _l, _m, _o, _p, _q, _r, _s, _t, _u, _v, _w, _x, _y, _z, _0;
      const s = o.strict;
      const _optz = (_a = o.code) === null || _a === void 0 ? void 0 : _a.optimize;
      const optimize = _optz === true || _optz === void 0 ? 1 : _optz || 0;
      const regExp = (_c = (_b = o.code) === null || _b === void 0 ? void 0 : _b.regExp) !== null && _c !== void 0 ? _c : defaultRegExp;
      const uriResolver = (_d = o.uriResolver) !== null && _d !== void 0 ? _d : uri_1.default;
      return {
        strictSchema: (_f = (_e = o.strictSchema) !== null && _e !== void 0 ? _e : s) !== null && _f !== void 0 ? _f : true,
        strictNumbers: (_h = (_g = o.strictNumbers) !== null && _g !== void 0 ? _g : s) !== null && _h !== void 0 ? _h : true,
        strictTypes: (_k = (_j = o.strictTypes) !== null && _j !== void 0 ? _j : s) !== null && _k !== void 0 ? _k : "log",
        strictTuples: (_m = (_l = o.strictTuples) !== null && _l !== void 0 ? _l : s) !== null && _m !== void 0 ? _m : "log",
        strictRequired: (_p = (_o = o.strictRequired) !== null && _o !== void 0 ? _o : s) !== null && _p !== void 0 ? _p : false,
        code: o.code ? { ...o.code, optimize, regExp } : { optimize, regExp },
        loopRequired: (_q = o.loopRequired) !== null && _q !== void 0 ? _q : MAX_EXPRESSION,
        loopEnum: (_r = o.loopEnum) !== null && _r !== void 0 ? _r : MAX_EXPRESSION,
        meta: (_s = o.meta) !== null && _s !== void 0 ? _s : true,
        messages: (_t = o.messages) !== null && _t !== void 0 ? _t : true,
        inlineRefs: (_u = o.inlineRefs) !== null && _u !== void 0 ? _u : true,
        schemaId: (_v = o.schemaId) !== null && _v !== void 0 ? _v : "$id",
        addUsedSchema: (_w = o.addUsedSchema) !== null && _w !== void 0 ? _w : true,
        validateSchema: (_x = o.validateSchema) !== null && _x !== void 0 ? _x : true,
        validateFormats: (_y = o.validateFormats) !== null && _y !== void 0 ? _y : true,
        unicodeRegExp: (_z = o.unicodeRegExp) !== null && _z !== void 0 ? _z : true,
        int32range: (_0 = o.int32range) !== null && _0 !== void 0 ? _0 : true,
        uriResolver
      };
    }
    var Ajv = class {
      constructor(opts = {}) {
        this.schemas = {};
        this.refs = {};
        this.formats = /* @__PURE__ */ Object.create(null);
        this._compilations = /* @__PURE__ */ new Set();
        this._loading = {};
        this._cache = /* @__PURE__ */ new Map();
        opts = this.opts = { ...opts, ...requiredOptions(opts) };
        const { es5, lines } = this.opts.code;
        this.scope = new codegen_2.ValueScope({ scope: {}, prefixes: EXT_SCOPE_NAMES, es5, lines });
        this.logger = getLogger(opts.logger);
        const formatOpt = opts.validateFormats;
        opts.validateFormats = false;
        this.RULES = (0, rules_1.getRules)();
        checkOptions.call(this, removedOptions, opts, "NOT SUPPORTED");
        checkOptions.call(this, deprecatedOptions, opts, "DEPRECATED", "warn");
        this._metaOpts = getMetaSchemaOptions.call(this);
        if (opts.formats)
          addInitialFormats.call(this);
        this._addVocabularies();
        this._addDefaultMetaSchema();
        if (opts.keywords)
          addInitialKeywords.call(this, opts.keywords);
        if (typeof opts.meta == "object")
          this.addMetaSchema(opts.meta);
        addInitialSchemas.call(this);
        opts.validateFormats = formatOpt;
      }
      _addVocabularies() {
        this.addKeyword("$async");
      }
      _addDefaultMetaSchema() {
        const { $data, meta, schemaId } = this.opts;
        let _dataRefSchema = $dataRefSchema;
        if (schemaId === "id") {
          _dataRefSchema = { ...$dataRefSchema };
          _dataRefSchema.id = _dataRefSchema.$id;
          delete _dataRefSchema.$id;
        }
        if (meta && $data)
          this.addMetaSchema(_dataRefSchema, _dataRefSchema[schemaId], false);
      }
      defaultMeta() {
        const { meta, schemaId } = this.opts;
        return this.opts.defaultMeta = typeof meta == "object" ? meta[schemaId] || meta : void 0;
      }
      validate(schemaKeyRef, data) {
        let v;
        if (typeof schemaKeyRef == "string") {
          v = this.getSchema(schemaKeyRef);
          if (!v)
            throw new Error(`no schema with key or ref "${schemaKeyRef}"`);
        } else {
          v = this.compile(schemaKeyRef);
        }
        const valid = v(data);
        if (!("$async" in v))
          this.errors = v.errors;
        return valid;
      }
      compile(schema, _meta) {
        const sch = this._addSchema(schema, _meta);
        return sch.validate || this._compileSchemaEnv(sch);
      }
      compileAsync(schema, meta) {
        if (typeof this.opts.loadSchema != "function") {
          throw new Error("options.loadSchema should be a function");
        }
        const { loadSchema } = this.opts;
        return runCompileAsync.call(this, schema, meta);
        async function runCompileAsync(_schema, _meta) {
          await loadMetaSchema.call(this, _schema.$schema);
          const sch = this._addSchema(_schema, _meta);
          return sch.validate || _compileAsync.call(this, sch);
        }
        async function loadMetaSchema($ref) {
          if ($ref && !this.getSchema($ref)) {
            await runCompileAsync.call(this, { $ref }, true);
          }
        }
        async function _compileAsync(sch) {
          try {
            return this._compileSchemaEnv(sch);
          } catch (e) {
            if (!(e instanceof ref_error_1.default))
              throw e;
            checkLoaded.call(this, e);
            await loadMissingSchema.call(this, e.missingSchema);
            return _compileAsync.call(this, sch);
          }
        }
        function checkLoaded({ missingSchema: ref, missingRef }) {
          if (this.refs[ref]) {
            throw new Error(`AnySchema ${ref} is loaded but ${missingRef} cannot be resolved`);
          }
        }
        async function loadMissingSchema(ref) {
          const _schema = await _loadSchema.call(this, ref);
          if (!this.refs[ref])
            await loadMetaSchema.call(this, _schema.$schema);
          if (!this.refs[ref])
            this.addSchema(_schema, ref, meta);
        }
        async function _loadSchema(ref) {
          const p = this._loading[ref];
          if (p)
            return p;
          try {
            return await (this._loading[ref] = loadSchema(ref));
          } finally {
            delete this._loading[ref];
          }
        }
      }
      // Adds schema to the instance
      addSchema(schema, key, _meta, _validateSchema = this.opts.validateSchema) {
        if (Array.isArray(schema)) {
          for (const sch of schema)
            this.addSchema(sch, void 0, _meta, _validateSchema);
          return this;
        }
        let id;
        if (typeof schema === "object") {
          const { schemaId } = this.opts;
          id = schema[schemaId];
          if (id !== void 0 && typeof id != "string") {
            throw new Error(`schema ${schemaId} must be string`);
          }
        }
        key = (0, resolve_1.normalizeId)(key || id);
        this._checkUnique(key);
        this.schemas[key] = this._addSchema(schema, _meta, key, _validateSchema, true);
        return this;
      }
      // Add schema that will be used to validate other schemas
      // options in META_IGNORE_OPTIONS are alway set to false
      addMetaSchema(schema, key, _validateSchema = this.opts.validateSchema) {
        this.addSchema(schema, key, true, _validateSchema);
        return this;
      }
      //  Validate schema against its meta-schema
      validateSchema(schema, throwOrLogError) {
        if (typeof schema == "boolean")
          return true;
        let $schema;
        $schema = schema.$schema;
        if ($schema !== void 0 && typeof $schema != "string") {
          throw new Error("$schema must be a string");
        }
        $schema = $schema || this.opts.defaultMeta || this.defaultMeta();
        if (!$schema) {
          this.logger.warn("meta-schema not available");
          this.errors = null;
          return true;
        }
        const valid = this.validate($schema, schema);
        if (!valid && throwOrLogError) {
          const message = "schema is invalid: " + this.errorsText();
          if (this.opts.validateSchema === "log")
            this.logger.error(message);
          else
            throw new Error(message);
        }
        return valid;
      }
      // Get compiled schema by `key` or `ref`.
      // (`key` that was passed to `addSchema` or full schema reference - `schema.$id` or resolved id)
      getSchema(keyRef) {
        let sch;
        while (typeof (sch = getSchEnv.call(this, keyRef)) == "string")
          keyRef = sch;
        if (sch === void 0) {
          const { schemaId } = this.opts;
          const root = new compile_1.SchemaEnv({ schema: {}, schemaId });
          sch = compile_1.resolveSchema.call(this, root, keyRef);
          if (!sch)
            return;
          this.refs[keyRef] = sch;
        }
        return sch.validate || this._compileSchemaEnv(sch);
      }
      // Remove cached schema(s).
      // If no parameter is passed all schemas but meta-schemas are removed.
      // If RegExp is passed all schemas with key/id matching pattern but meta-schemas are removed.
      // Even if schema is referenced by other schemas it still can be removed as other schemas have local references.
      removeSchema(schemaKeyRef) {
        if (schemaKeyRef instanceof RegExp) {
          this._removeAllSchemas(this.schemas, schemaKeyRef);
          this._removeAllSchemas(this.refs, schemaKeyRef);
          return this;
        }
        switch (typeof schemaKeyRef) {
          case "undefined":
            this._removeAllSchemas(this.schemas);
            this._removeAllSchemas(this.refs);
            this._cache.clear();
            return this;
          case "string": {
            const sch = getSchEnv.call(this, schemaKeyRef);
            if (typeof sch == "object")
              this._cache.delete(sch.schema);
            delete this.schemas[schemaKeyRef];
            delete this.refs[schemaKeyRef];
            return this;
          }
          case "object": {
            const cacheKey = schemaKeyRef;
            this._cache.delete(cacheKey);
            let id = schemaKeyRef[this.opts.schemaId];
            if (id) {
              id = (0, resolve_1.normalizeId)(id);
              delete this.schemas[id];
              delete this.refs[id];
            }
            return this;
          }
          default:
            throw new Error("ajv.removeSchema: invalid parameter");
        }
      }
      // add "vocabulary" - a collection of keywords
      addVocabulary(definitions) {
        for (const def of definitions)
          this.addKeyword(def);
        return this;
      }
      addKeyword(kwdOrDef, def) {
        let keyword;
        if (typeof kwdOrDef == "string") {
          keyword = kwdOrDef;
          if (typeof def == "object") {
            this.logger.warn("these parameters are deprecated, see docs for addKeyword");
            def.keyword = keyword;
          }
        } else if (typeof kwdOrDef == "object" && def === void 0) {
          def = kwdOrDef;
          keyword = def.keyword;
          if (Array.isArray(keyword) && !keyword.length) {
            throw new Error("addKeywords: keyword must be string or non-empty array");
          }
        } else {
          throw new Error("invalid addKeywords parameters");
        }
        checkKeyword.call(this, keyword, def);
        if (!def) {
          (0, util_1.eachItem)(keyword, (kwd) => addRule.call(this, kwd));
          return this;
        }
        keywordMetaschema.call(this, def);
        const definition = {
          ...def,
          type: (0, dataType_1.getJSONTypes)(def.type),
          schemaType: (0, dataType_1.getJSONTypes)(def.schemaType)
        };
        (0, util_1.eachItem)(keyword, definition.type.length === 0 ? (k) => addRule.call(this, k, definition) : (k) => definition.type.forEach((t) => addRule.call(this, k, definition, t)));
        return this;
      }
      getKeyword(keyword) {
        const rule = this.RULES.all[keyword];
        return typeof rule == "object" ? rule.definition : !!rule;
      }
      // Remove keyword
      removeKeyword(keyword) {
        const { RULES } = this;
        delete RULES.keywords[keyword];
        delete RULES.all[keyword];
        for (const group2 of RULES.rules) {
          const i = group2.rules.findIndex((rule) => rule.keyword === keyword);
          if (i >= 0)
            group2.rules.splice(i, 1);
        }
        return this;
      }
      // Add format
      addFormat(name, format) {
        if (typeof format == "string")
          format = new RegExp(format);
        this.formats[name] = format;
        return this;
      }
      errorsText(errors = this.errors, { separator = ", ", dataVar = "data" } = {}) {
        if (!errors || errors.length === 0)
          return "No errors";
        return errors.map((e) => `${dataVar}${e.instancePath} ${e.message}`).reduce((text, msg) => text + separator + msg);
      }
      $dataMetaSchema(metaSchema, keywordsJsonPointers) {
        const rules = this.RULES.all;
        metaSchema = JSON.parse(JSON.stringify(metaSchema));
        for (const jsonPointer of keywordsJsonPointers) {
          const segments = jsonPointer.split("/").slice(1);
          let keywords = metaSchema;
          for (const seg of segments)
            keywords = keywords[seg];
          for (const key in rules) {
            const rule = rules[key];
            if (typeof rule != "object")
              continue;
            const { $data } = rule.definition;
            const schema = keywords[key];
            if ($data && schema)
              keywords[key] = schemaOrData(schema);
          }
        }
        return metaSchema;
      }
      _removeAllSchemas(schemas, regex) {
        for (const keyRef in schemas) {
          const sch = schemas[keyRef];
          if (!regex || regex.test(keyRef)) {
            if (typeof sch == "string") {
              delete schemas[keyRef];
            } else if (sch && !sch.meta) {
              this._cache.delete(sch.schema);
              delete schemas[keyRef];
            }
          }
        }
      }
      _addSchema(schema, meta, baseId, validateSchema = this.opts.validateSchema, addSchema = this.opts.addUsedSchema) {
        let id;
        const { schemaId } = this.opts;
        if (typeof schema == "object") {
          id = schema[schemaId];
        } else {
          if (this.opts.jtd)
            throw new Error("schema must be object");
          else if (typeof schema != "boolean")
            throw new Error("schema must be object or boolean");
        }
        let sch = this._cache.get(schema);
        if (sch !== void 0)
          return sch;
        baseId = (0, resolve_1.normalizeId)(id || baseId);
        const localRefs = resolve_1.getSchemaRefs.call(this, schema, baseId);
        sch = new compile_1.SchemaEnv({ schema, schemaId, meta, baseId, localRefs });
        this._cache.set(sch.schema, sch);
        if (addSchema && !baseId.startsWith("#")) {
          if (baseId)
            this._checkUnique(baseId);
          this.refs[baseId] = sch;
        }
        if (validateSchema)
          this.validateSchema(schema, true);
        return sch;
      }
      _checkUnique(id) {
        if (this.schemas[id] || this.refs[id]) {
          throw new Error(`schema with key or id "${id}" already exists`);
        }
      }
      _compileSchemaEnv(sch) {
        if (sch.meta)
          this._compileMetaSchema(sch);
        else
          compile_1.compileSchema.call(this, sch);
        if (!sch.validate)
          throw new Error("ajv implementation error");
        return sch.validate;
      }
      _compileMetaSchema(sch) {
        const currentOpts = this.opts;
        this.opts = this._metaOpts;
        try {
          compile_1.compileSchema.call(this, sch);
        } finally {
          this.opts = currentOpts;
        }
      }
    };
    Ajv.ValidationError = validation_error_1.default;
    Ajv.MissingRefError = ref_error_1.default;
    exports.default = Ajv;
    function checkOptions(checkOpts, options2, msg, log = "error") {
      for (const key in checkOpts) {
        const opt = key;
        if (opt in options2)
          this.logger[log](`${msg}: option ${key}. ${checkOpts[opt]}`);
      }
    }
    function getSchEnv(keyRef) {
      keyRef = (0, resolve_1.normalizeId)(keyRef);
      return this.schemas[keyRef] || this.refs[keyRef];
    }
    function addInitialSchemas() {
      const optsSchemas = this.opts.schemas;
      if (!optsSchemas)
        return;
      if (Array.isArray(optsSchemas))
        this.addSchema(optsSchemas);
      else
        for (const key in optsSchemas)
          this.addSchema(optsSchemas[key], key);
    }
    function addInitialFormats() {
      for (const name in this.opts.formats) {
        const format = this.opts.formats[name];
        if (format)
          this.addFormat(name, format);
      }
    }
    function addInitialKeywords(defs) {
      if (Array.isArray(defs)) {
        this.addVocabulary(defs);
        return;
      }
      this.logger.warn("keywords option as map is deprecated, pass array");
      for (const keyword in defs) {
        const def = defs[keyword];
        if (!def.keyword)
          def.keyword = keyword;
        this.addKeyword(def);
      }
    }
    function getMetaSchemaOptions() {
      const metaOpts = { ...this.opts };
      for (const opt of META_IGNORE_OPTIONS)
        delete metaOpts[opt];
      return metaOpts;
    }
    var noLogs = { log() {
    }, warn() {
    }, error() {
    } };
    function getLogger(logger) {
      if (logger === false)
        return noLogs;
      if (logger === void 0)
        return console;
      if (logger.log && logger.warn && logger.error)
        return logger;
      throw new Error("logger must implement log, warn and error methods");
    }
    var KEYWORD_NAME = /^[a-z_$][a-z0-9_$:-]*$/i;
    function checkKeyword(keyword, def) {
      const { RULES } = this;
      (0, util_1.eachItem)(keyword, (kwd) => {
        if (RULES.keywords[kwd])
          throw new Error(`Keyword ${kwd} is already defined`);
        if (!KEYWORD_NAME.test(kwd))
          throw new Error(`Keyword ${kwd} has invalid name`);
      });
      if (!def)
        return;
      if (def.$data && !("code" in def || "validate" in def)) {
        throw new Error('$data keyword must have "code" or "validate" function');
      }
    }
    function addRule(keyword, definition, dataType) {
      var _a;
      const post = definition === null || definition === void 0 ? void 0 : definition.post;
      if (dataType && post)
        throw new Error('keyword with "post" flag cannot have "type"');
      const { RULES } = this;
      let ruleGroup = post ? RULES.post : RULES.rules.find(({ type: t }) => t === dataType);
      if (!ruleGroup) {
        ruleGroup = { type: dataType, rules: [] };
        RULES.rules.push(ruleGroup);
      }
      RULES.keywords[keyword] = true;
      if (!definition)
        return;
      const rule = {
        keyword,
        definition: {
          ...definition,
          type: (0, dataType_1.getJSONTypes)(definition.type),
          schemaType: (0, dataType_1.getJSONTypes)(definition.schemaType)
        }
      };
      if (definition.before)
        addBeforeRule.call(this, ruleGroup, rule, definition.before);
      else
        ruleGroup.rules.push(rule);
      RULES.all[keyword] = rule;
      (_a = definition.implements) === null || _a === void 0 ? void 0 : _a.forEach((kwd) => this.addKeyword(kwd));
    }
    function addBeforeRule(ruleGroup, rule, before) {
      const i = ruleGroup.rules.findIndex((_rule) => _rule.keyword === before);
      if (i >= 0) {
        ruleGroup.rules.splice(i, 0, rule);
      } else {
        ruleGroup.rules.push(rule);
        this.logger.warn(`rule ${before} is not defined`);
      }
    }
    function keywordMetaschema(def) {
      let { metaSchema } = def;
      if (metaSchema === void 0)
        return;
      if (def.$data && this.opts.$data)
        metaSchema = schemaOrData(metaSchema);
      def.validateSchema = this.compile(metaSchema, true);
    }
    var $dataRef = {
      $ref: "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#"
    };
    function schemaOrData(schema) {
      return { anyOf: [schema, $dataRef] };
    }
  }
});

// node_modules/ajv/dist/vocabularies/core/id.js
var require_id = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/id.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var def = {
      keyword: "id",
      code() {
        throw new Error('NOT SUPPORTED: keyword "id", use "$id" for schema ID');
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/core/ref.js
var require_ref = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/ref.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.callRef = exports.getValidate = void 0;
    var ref_error_1 = require_ref_error();
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var compile_1 = require_compile();
    var util_1 = require_util();
    var def = {
      keyword: "$ref",
      schemaType: "string",
      code(cxt) {
        const { gen, schema: $ref, it } = cxt;
        const { baseId, schemaEnv: env, validateName, opts, self } = it;
        const { root } = env;
        if (($ref === "#" || $ref === "#/") && baseId === root.baseId)
          return callRootRef();
        const schOrEnv = compile_1.resolveRef.call(self, root, baseId, $ref);
        if (schOrEnv === void 0)
          throw new ref_error_1.default(it.opts.uriResolver, baseId, $ref);
        if (schOrEnv instanceof compile_1.SchemaEnv)
          return callValidate(schOrEnv);
        return inlineRefSchema(schOrEnv);
        function callRootRef() {
          if (env === root)
            return callRef(cxt, validateName, env, env.$async);
          const rootName = gen.scopeValue("root", { ref: root });
          return callRef(cxt, (0, codegen_1._)`${rootName}.validate`, root, root.$async);
        }
        function callValidate(sch) {
          const v = getValidate(cxt, sch);
          callRef(cxt, v, sch, sch.$async);
        }
        function inlineRefSchema(sch) {
          const schName = gen.scopeValue("schema", opts.code.source === true ? { ref: sch, code: (0, codegen_1.stringify)(sch) } : { ref: sch });
          const valid = gen.name("valid");
          const schCxt = cxt.subschema({
            schema: sch,
            dataTypes: [],
            schemaPath: codegen_1.nil,
            topSchemaRef: schName,
            errSchemaPath: $ref
          }, valid);
          cxt.mergeEvaluated(schCxt);
          cxt.ok(valid);
        }
      }
    };
    function getValidate(cxt, sch) {
      const { gen } = cxt;
      return sch.validate ? gen.scopeValue("validate", { ref: sch.validate }) : (0, codegen_1._)`${gen.scopeValue("wrapper", { ref: sch })}.validate`;
    }
    exports.getValidate = getValidate;
    function callRef(cxt, v, sch, $async) {
      const { gen, it } = cxt;
      const { allErrors, schemaEnv: env, opts } = it;
      const passCxt = opts.passContext ? names_1.default.this : codegen_1.nil;
      if ($async)
        callAsyncRef();
      else
        callSyncRef();
      function callAsyncRef() {
        if (!env.$async)
          throw new Error("async schema referenced by sync schema");
        const valid = gen.let("valid");
        gen.try(() => {
          gen.code((0, codegen_1._)`await ${(0, code_1.callValidateCode)(cxt, v, passCxt)}`);
          addEvaluatedFrom(v);
          if (!allErrors)
            gen.assign(valid, true);
        }, (e) => {
          gen.if((0, codegen_1._)`!(${e} instanceof ${it.ValidationError})`, () => gen.throw(e));
          addErrorsFrom(e);
          if (!allErrors)
            gen.assign(valid, false);
        });
        cxt.ok(valid);
      }
      function callSyncRef() {
        cxt.result((0, code_1.callValidateCode)(cxt, v, passCxt), () => addEvaluatedFrom(v), () => addErrorsFrom(v));
      }
      function addErrorsFrom(source) {
        const errs = (0, codegen_1._)`${source}.errors`;
        gen.assign(names_1.default.vErrors, (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`);
        gen.assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`);
      }
      function addEvaluatedFrom(source) {
        var _a;
        if (!it.opts.unevaluated)
          return;
        const schEvaluated = (_a = sch === null || sch === void 0 ? void 0 : sch.validate) === null || _a === void 0 ? void 0 : _a.evaluated;
        if (it.props !== true) {
          if (schEvaluated && !schEvaluated.dynamicProps) {
            if (schEvaluated.props !== void 0) {
              it.props = util_1.mergeEvaluated.props(gen, schEvaluated.props, it.props);
            }
          } else {
            const props = gen.var("props", (0, codegen_1._)`${source}.evaluated.props`);
            it.props = util_1.mergeEvaluated.props(gen, props, it.props, codegen_1.Name);
          }
        }
        if (it.items !== true) {
          if (schEvaluated && !schEvaluated.dynamicItems) {
            if (schEvaluated.items !== void 0) {
              it.items = util_1.mergeEvaluated.items(gen, schEvaluated.items, it.items);
            }
          } else {
            const items = gen.var("items", (0, codegen_1._)`${source}.evaluated.items`);
            it.items = util_1.mergeEvaluated.items(gen, items, it.items, codegen_1.Name);
          }
        }
      }
    }
    exports.callRef = callRef;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/core/index.js
var require_core2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/core/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var id_1 = require_id();
    var ref_1 = require_ref();
    var core = [
      "$schema",
      "$id",
      "$defs",
      "$vocabulary",
      { keyword: "$comment" },
      "definitions",
      id_1.default,
      ref_1.default
    ];
    exports.default = core;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitNumber.js
var require_limitNumber = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitNumber.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var ops = codegen_1.operators;
    var KWDs = {
      maximum: { okStr: "<=", ok: ops.LTE, fail: ops.GT },
      minimum: { okStr: ">=", ok: ops.GTE, fail: ops.LT },
      exclusiveMaximum: { okStr: "<", ok: ops.LT, fail: ops.GTE },
      exclusiveMinimum: { okStr: ">", ok: ops.GT, fail: ops.LTE }
    };
    var error = {
      message: ({ keyword, schemaCode }) => (0, codegen_1.str)`must be ${KWDs[keyword].okStr} ${schemaCode}`,
      params: ({ keyword, schemaCode }) => (0, codegen_1._)`{comparison: ${KWDs[keyword].okStr}, limit: ${schemaCode}}`
    };
    var def = {
      keyword: Object.keys(KWDs),
      type: "number",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        cxt.fail$data((0, codegen_1._)`${data} ${KWDs[keyword].fail} ${schemaCode} || isNaN(${data})`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/multipleOf.js
var require_multipleOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/multipleOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message: ({ schemaCode }) => (0, codegen_1.str)`must be multiple of ${schemaCode}`,
      params: ({ schemaCode }) => (0, codegen_1._)`{multipleOf: ${schemaCode}}`
    };
    var def = {
      keyword: "multipleOf",
      type: "number",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, schemaCode, it } = cxt;
        const prec = it.opts.multipleOfPrecision;
        const res = gen.let("res");
        const invalid = prec ? (0, codegen_1._)`Math.abs(Math.round(${res}) - ${res}) > 1e-${prec}` : (0, codegen_1._)`${res} !== parseInt(${res})`;
        cxt.fail$data((0, codegen_1._)`(${schemaCode} === 0 || (${res} = ${data}/${schemaCode}, ${invalid}))`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitLength.js
var require_limitLength = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitLength.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var ucs2length_1 = require_ucs2length();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxLength" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} characters`;
      },
      params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`
    };
    var def = {
      keyword: ["maxLength", "minLength"],
      type: "string",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode, it } = cxt;
        const op = keyword === "maxLength" ? codegen_1.operators.GT : codegen_1.operators.LT;
        const len = it.opts.unicode === false ? (0, codegen_1._)`${data}.length` : (0, codegen_1._)`${(0, util_1.useFunc)(cxt.gen, ucs2length_1.default)}(${data})`;
        cxt.fail$data((0, codegen_1._)`${len} ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/pattern.js
var require_pattern = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/pattern.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var util_1 = require_util();
    var codegen_1 = require_codegen();
    var error = {
      message: ({ schemaCode }) => (0, codegen_1.str)`must match pattern "${schemaCode}"`,
      params: ({ schemaCode }) => (0, codegen_1._)`{pattern: ${schemaCode}}`
    };
    var def = {
      keyword: "pattern",
      type: "string",
      schemaType: "string",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        const u = it.opts.unicodeRegExp ? "u" : "";
        if ($data) {
          const { regExp } = it.opts.code;
          const regExpCode = regExp.code === "new RegExp" ? (0, codegen_1._)`new RegExp` : (0, util_1.useFunc)(gen, regExp);
          const valid = gen.let("valid");
          gen.try(() => gen.assign(valid, (0, codegen_1._)`${regExpCode}(${schemaCode}, ${u}).test(${data})`), () => gen.assign(valid, false));
          cxt.fail$data((0, codegen_1._)`!${valid}`);
        } else {
          const regExp = (0, code_1.usePattern)(cxt, schema);
          cxt.fail$data((0, codegen_1._)`!${regExp}.test(${data})`);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitProperties.js
var require_limitProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxProperties" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} properties`;
      },
      params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`
    };
    var def = {
      keyword: ["maxProperties", "minProperties"],
      type: "object",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        const op = keyword === "maxProperties" ? codegen_1.operators.GT : codegen_1.operators.LT;
        cxt.fail$data((0, codegen_1._)`Object.keys(${data}).length ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/required.js
var require_required = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/required.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: ({ params: { missingProperty } }) => (0, codegen_1.str)`must have required property '${missingProperty}'`,
      params: ({ params: { missingProperty } }) => (0, codegen_1._)`{missingProperty: ${missingProperty}}`
    };
    var def = {
      keyword: "required",
      type: "object",
      schemaType: "array",
      $data: true,
      error,
      code(cxt) {
        const { gen, schema, schemaCode, data, $data, it } = cxt;
        const { opts } = it;
        if (!$data && schema.length === 0)
          return;
        const useLoop = schema.length >= opts.loopRequired;
        if (it.allErrors)
          allErrorsMode();
        else
          exitOnErrorMode();
        if (opts.strictRequired) {
          const props = cxt.parentSchema.properties;
          const { definedProperties } = cxt.it;
          for (const requiredKey of schema) {
            if ((props === null || props === void 0 ? void 0 : props[requiredKey]) === void 0 && !definedProperties.has(requiredKey)) {
              const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
              const msg = `required property "${requiredKey}" is not defined at "${schemaPath}" (strictRequired)`;
              (0, util_1.checkStrictMode)(it, msg, it.opts.strictRequired);
            }
          }
        }
        function allErrorsMode() {
          if (useLoop || $data) {
            cxt.block$data(codegen_1.nil, loopAllRequired);
          } else {
            for (const prop of schema) {
              (0, code_1.checkReportMissingProp)(cxt, prop);
            }
          }
        }
        function exitOnErrorMode() {
          const missing2 = gen.let("missing");
          if (useLoop || $data) {
            const valid = gen.let("valid", true);
            cxt.block$data(valid, () => loopUntilMissing(missing2, valid));
            cxt.ok(valid);
          } else {
            gen.if((0, code_1.checkMissingProp)(cxt, schema, missing2));
            (0, code_1.reportMissingProp)(cxt, missing2);
            gen.else();
          }
        }
        function loopAllRequired() {
          gen.forOf("prop", schemaCode, (prop) => {
            cxt.setParams({ missingProperty: prop });
            gen.if((0, code_1.noPropertyInData)(gen, data, prop, opts.ownProperties), () => cxt.error());
          });
        }
        function loopUntilMissing(missing2, valid) {
          cxt.setParams({ missingProperty: missing2 });
          gen.forOf(missing2, schemaCode, () => {
            gen.assign(valid, (0, code_1.propertyInData)(gen, data, missing2, opts.ownProperties));
            gen.if((0, codegen_1.not)(valid), () => {
              cxt.error();
              gen.break();
            });
          }, codegen_1.nil);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/limitItems.js
var require_limitItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/limitItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message({ keyword, schemaCode }) {
        const comp = keyword === "maxItems" ? "more" : "fewer";
        return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} items`;
      },
      params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`
    };
    var def = {
      keyword: ["maxItems", "minItems"],
      type: "array",
      schemaType: "number",
      $data: true,
      error,
      code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        const op = keyword === "maxItems" ? codegen_1.operators.GT : codegen_1.operators.LT;
        cxt.fail$data((0, codegen_1._)`${data}.length ${op} ${schemaCode}`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// node_modules/ajv/dist/vocabularies/validation/uniqueItems.js
var require_uniqueItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/uniqueItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var dataType_1 = require_dataType();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: ({ params: { i, j } }) => (0, codegen_1.str)`must NOT have duplicate items (items ## ${j} and ${i} are identical)`,
      params: ({ params: { i, j } }) => (0, codegen_1._)`{i: ${i}, j: ${j}}`
    };
    var def = {
      keyword: "uniqueItems",
      type: "array",
      schemaType: "boolean",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, parentSchema, schemaCode, it } = cxt;
        if (!$data && !schema)
          return;
        const valid = gen.let("valid");
        const itemTypes = parentSchema.items ? (0, dataType_1.getSchemaTypes)(parentSchema.items) : [];
        cxt.block$data(valid, validateUniqueItems, (0, codegen_1._)`${schemaCode} === false`);
        cxt.ok(valid);
        function validateUniqueItems() {
          const i = gen.let("i", (0, codegen_1._)`${data}.length`);
          const j = gen.let("j");
          cxt.setParams({ i, j });
          gen.assign(valid, true);
          gen.if((0, codegen_1._)`${i} > 1`, () => (canOptimize() ? loopN : loopN2)(i, j));
        }
        function canOptimize() {
          return itemTypes.length > 0 && !itemTypes.some((t) => t === "object" || t === "array");
        }
        function loopN(i, j) {
          const item = gen.name("item");
          const wrongType = (0, dataType_1.checkDataTypes)(itemTypes, item, it.opts.strictNumbers, dataType_1.DataType.Wrong);
          const indices = gen.const("indices", (0, codegen_1._)`{}`);
          gen.for((0, codegen_1._)`;${i}--;`, () => {
            gen.let(item, (0, codegen_1._)`${data}[${i}]`);
            gen.if(wrongType, (0, codegen_1._)`continue`);
            if (itemTypes.length > 1)
              gen.if((0, codegen_1._)`typeof ${item} == "string"`, (0, codegen_1._)`${item} += "_"`);
            gen.if((0, codegen_1._)`typeof ${indices}[${item}] == "number"`, () => {
              gen.assign(j, (0, codegen_1._)`${indices}[${item}]`);
              cxt.error();
              gen.assign(valid, false).break();
            }).code((0, codegen_1._)`${indices}[${item}] = ${i}`);
          });
        }
        function loopN2(i, j) {
          const eql = (0, util_1.useFunc)(gen, equal_1.default);
          const outer = gen.name("outer");
          gen.label(outer).for((0, codegen_1._)`;${i}--;`, () => gen.for((0, codegen_1._)`${j} = ${i}; ${j}--;`, () => gen.if((0, codegen_1._)`${eql}(${data}[${i}], ${data}[${j}])`, () => {
            cxt.error();
            gen.assign(valid, false).break(outer);
          })));
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/const.js
var require_const = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/const.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: "must be equal to constant",
      params: ({ schemaCode }) => (0, codegen_1._)`{allowedValue: ${schemaCode}}`
    };
    var def = {
      keyword: "const",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schemaCode, schema } = cxt;
        if ($data || schema && typeof schema == "object") {
          cxt.fail$data((0, codegen_1._)`!${(0, util_1.useFunc)(gen, equal_1.default)}(${data}, ${schemaCode})`);
        } else {
          cxt.fail((0, codegen_1._)`${schema} !== ${data}`);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/enum.js
var require_enum = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/enum.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var equal_1 = require_equal();
    var error = {
      message: "must be equal to one of the allowed values",
      params: ({ schemaCode }) => (0, codegen_1._)`{allowedValues: ${schemaCode}}`
    };
    var def = {
      keyword: "enum",
      schemaType: "array",
      $data: true,
      error,
      code(cxt) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        if (!$data && schema.length === 0)
          throw new Error("enum must have non-empty array");
        const useLoop = schema.length >= it.opts.loopEnum;
        let eql;
        const getEql = () => eql !== null && eql !== void 0 ? eql : eql = (0, util_1.useFunc)(gen, equal_1.default);
        let valid;
        if (useLoop || $data) {
          valid = gen.let("valid");
          cxt.block$data(valid, loopEnum);
        } else {
          if (!Array.isArray(schema))
            throw new Error("ajv implementation error");
          const vSchema = gen.const("vSchema", schemaCode);
          valid = (0, codegen_1.or)(...schema.map((_x, i) => equalCode(vSchema, i)));
        }
        cxt.pass(valid);
        function loopEnum() {
          gen.assign(valid, false);
          gen.forOf("v", schemaCode, (v) => gen.if((0, codegen_1._)`${getEql()}(${data}, ${v})`, () => gen.assign(valid, true).break()));
        }
        function equalCode(vSchema, i) {
          const sch = schema[i];
          return typeof sch === "object" && sch !== null ? (0, codegen_1._)`${getEql()}(${data}, ${vSchema}[${i}])` : (0, codegen_1._)`${data} === ${sch}`;
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/validation/index.js
var require_validation = __commonJS({
  "node_modules/ajv/dist/vocabularies/validation/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var limitNumber_1 = require_limitNumber();
    var multipleOf_1 = require_multipleOf();
    var limitLength_1 = require_limitLength();
    var pattern_1 = require_pattern();
    var limitProperties_1 = require_limitProperties();
    var required_1 = require_required();
    var limitItems_1 = require_limitItems();
    var uniqueItems_1 = require_uniqueItems();
    var const_1 = require_const();
    var enum_1 = require_enum();
    var validation = [
      // number
      limitNumber_1.default,
      multipleOf_1.default,
      // string
      limitLength_1.default,
      pattern_1.default,
      // object
      limitProperties_1.default,
      required_1.default,
      // array
      limitItems_1.default,
      uniqueItems_1.default,
      // any
      { keyword: "type", schemaType: ["string", "array"] },
      { keyword: "nullable", schemaType: "boolean" },
      const_1.default,
      enum_1.default
    ];
    exports.default = validation;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/additionalItems.js
var require_additionalItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/additionalItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateAdditionalItems = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
      params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`
    };
    var def = {
      keyword: "additionalItems",
      type: "array",
      schemaType: ["boolean", "object"],
      before: "uniqueItems",
      error,
      code(cxt) {
        const { parentSchema, it } = cxt;
        const { items } = parentSchema;
        if (!Array.isArray(items)) {
          (0, util_1.checkStrictMode)(it, '"additionalItems" is ignored when "items" is not an array of schemas');
          return;
        }
        validateAdditionalItems(cxt, items);
      }
    };
    function validateAdditionalItems(cxt, items) {
      const { gen, schema, data, keyword, it } = cxt;
      it.items = true;
      const len = gen.const("len", (0, codegen_1._)`${data}.length`);
      if (schema === false) {
        cxt.setParams({ len: items.length });
        cxt.pass((0, codegen_1._)`${len} <= ${items.length}`);
      } else if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
        const valid = gen.var("valid", (0, codegen_1._)`${len} <= ${items.length}`);
        gen.if((0, codegen_1.not)(valid), () => validateItems(valid));
        cxt.ok(valid);
      }
      function validateItems(valid) {
        gen.forRange("i", items.length, len, (i) => {
          cxt.subschema({ keyword, dataProp: i, dataPropType: util_1.Type.Num }, valid);
          if (!it.allErrors)
            gen.if((0, codegen_1.not)(valid), () => gen.break());
        });
      }
    }
    exports.validateAdditionalItems = validateAdditionalItems;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/items.js
var require_items = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/items.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateTuple = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    var def = {
      keyword: "items",
      type: "array",
      schemaType: ["object", "array", "boolean"],
      before: "uniqueItems",
      code(cxt) {
        const { schema, it } = cxt;
        if (Array.isArray(schema))
          return validateTuple(cxt, "additionalItems", schema);
        it.items = true;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        cxt.ok((0, code_1.validateArray)(cxt));
      }
    };
    function validateTuple(cxt, extraItems, schArr = cxt.schema) {
      const { gen, parentSchema, data, keyword, it } = cxt;
      checkStrictTuple(parentSchema);
      if (it.opts.unevaluated && schArr.length && it.items !== true) {
        it.items = util_1.mergeEvaluated.items(gen, schArr.length, it.items);
      }
      const valid = gen.name("valid");
      const len = gen.const("len", (0, codegen_1._)`${data}.length`);
      schArr.forEach((sch, i) => {
        if ((0, util_1.alwaysValidSchema)(it, sch))
          return;
        gen.if((0, codegen_1._)`${len} > ${i}`, () => cxt.subschema({
          keyword,
          schemaProp: i,
          dataProp: i
        }, valid));
        cxt.ok(valid);
      });
      function checkStrictTuple(sch) {
        const { opts, errSchemaPath } = it;
        const l = schArr.length;
        const fullTuple = l === sch.minItems && (l === sch.maxItems || sch[extraItems] === false);
        if (opts.strictTuples && !fullTuple) {
          const msg = `"${keyword}" is ${l}-tuple, but minItems or maxItems/${extraItems} are not specified or different at path "${errSchemaPath}"`;
          (0, util_1.checkStrictMode)(it, msg, opts.strictTuples);
        }
      }
    }
    exports.validateTuple = validateTuple;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/prefixItems.js
var require_prefixItems = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/prefixItems.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var items_1 = require_items();
    var def = {
      keyword: "prefixItems",
      type: "array",
      schemaType: ["array"],
      before: "uniqueItems",
      code: (cxt) => (0, items_1.validateTuple)(cxt, "items")
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/items2020.js
var require_items2020 = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/items2020.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    var additionalItems_1 = require_additionalItems();
    var error = {
      message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
      params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`
    };
    var def = {
      keyword: "items",
      type: "array",
      schemaType: ["object", "boolean"],
      before: "uniqueItems",
      error,
      code(cxt) {
        const { schema, parentSchema, it } = cxt;
        const { prefixItems } = parentSchema;
        it.items = true;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        if (prefixItems)
          (0, additionalItems_1.validateAdditionalItems)(cxt, prefixItems);
        else
          cxt.ok((0, code_1.validateArray)(cxt));
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/contains.js
var require_contains = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/contains.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: ({ params: { min, max } }) => max === void 0 ? (0, codegen_1.str)`must contain at least ${min} valid item(s)` : (0, codegen_1.str)`must contain at least ${min} and no more than ${max} valid item(s)`,
      params: ({ params: { min, max } }) => max === void 0 ? (0, codegen_1._)`{minContains: ${min}}` : (0, codegen_1._)`{minContains: ${min}, maxContains: ${max}}`
    };
    var def = {
      keyword: "contains",
      type: "array",
      schemaType: ["object", "boolean"],
      before: "uniqueItems",
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, data, it } = cxt;
        let min;
        let max;
        const { minContains, maxContains } = parentSchema;
        if (it.opts.next) {
          min = minContains === void 0 ? 1 : minContains;
          max = maxContains;
        } else {
          min = 1;
        }
        const len = gen.const("len", (0, codegen_1._)`${data}.length`);
        cxt.setParams({ min, max });
        if (max === void 0 && min === 0) {
          (0, util_1.checkStrictMode)(it, `"minContains" == 0 without "maxContains": "contains" keyword ignored`);
          return;
        }
        if (max !== void 0 && min > max) {
          (0, util_1.checkStrictMode)(it, `"minContains" > "maxContains" is always invalid`);
          cxt.fail();
          return;
        }
        if ((0, util_1.alwaysValidSchema)(it, schema)) {
          let cond = (0, codegen_1._)`${len} >= ${min}`;
          if (max !== void 0)
            cond = (0, codegen_1._)`${cond} && ${len} <= ${max}`;
          cxt.pass(cond);
          return;
        }
        it.items = true;
        const valid = gen.name("valid");
        if (max === void 0 && min === 1) {
          validateItems(valid, () => gen.if(valid, () => gen.break()));
        } else if (min === 0) {
          gen.let(valid, true);
          if (max !== void 0)
            gen.if((0, codegen_1._)`${data}.length > 0`, validateItemsWithCount);
        } else {
          gen.let(valid, false);
          validateItemsWithCount();
        }
        cxt.result(valid, () => cxt.reset());
        function validateItemsWithCount() {
          const schValid = gen.name("_valid");
          const count2 = gen.let("count", 0);
          validateItems(schValid, () => gen.if(schValid, () => checkLimits(count2)));
        }
        function validateItems(_valid, block) {
          gen.forRange("i", 0, len, (i) => {
            cxt.subschema({
              keyword: "contains",
              dataProp: i,
              dataPropType: util_1.Type.Num,
              compositeRule: true
            }, _valid);
            block();
          });
        }
        function checkLimits(count2) {
          gen.code((0, codegen_1._)`${count2}++`);
          if (max === void 0) {
            gen.if((0, codegen_1._)`${count2} >= ${min}`, () => gen.assign(valid, true).break());
          } else {
            gen.if((0, codegen_1._)`${count2} > ${max}`, () => gen.assign(valid, false).break());
            if (min === 1)
              gen.assign(valid, true);
            else
              gen.if((0, codegen_1._)`${count2} >= ${min}`, () => gen.assign(valid, true));
          }
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/dependencies.js
var require_dependencies = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/dependencies.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.validateSchemaDeps = exports.validatePropertyDeps = exports.error = void 0;
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var code_1 = require_code2();
    exports.error = {
      message: ({ params: { property, depsCount, deps } }) => {
        const property_ies = depsCount === 1 ? "property" : "properties";
        return (0, codegen_1.str)`must have ${property_ies} ${deps} when property ${property} is present`;
      },
      params: ({ params: { property, depsCount, deps, missingProperty } }) => (0, codegen_1._)`{property: ${property},
    missingProperty: ${missingProperty},
    depsCount: ${depsCount},
    deps: ${deps}}`
      // TODO change to reference
    };
    var def = {
      keyword: "dependencies",
      type: "object",
      schemaType: "object",
      error: exports.error,
      code(cxt) {
        const [propDeps, schDeps] = splitDependencies(cxt);
        validatePropertyDeps(cxt, propDeps);
        validateSchemaDeps(cxt, schDeps);
      }
    };
    function splitDependencies({ schema }) {
      const propertyDeps = {};
      const schemaDeps = {};
      for (const key in schema) {
        if (key === "__proto__")
          continue;
        const deps = Array.isArray(schema[key]) ? propertyDeps : schemaDeps;
        deps[key] = schema[key];
      }
      return [propertyDeps, schemaDeps];
    }
    function validatePropertyDeps(cxt, propertyDeps = cxt.schema) {
      const { gen, data, it } = cxt;
      if (Object.keys(propertyDeps).length === 0)
        return;
      const missing2 = gen.let("missing");
      for (const prop in propertyDeps) {
        const deps = propertyDeps[prop];
        if (deps.length === 0)
          continue;
        const hasProperty = (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties);
        cxt.setParams({
          property: prop,
          depsCount: deps.length,
          deps: deps.join(", ")
        });
        if (it.allErrors) {
          gen.if(hasProperty, () => {
            for (const depProp of deps) {
              (0, code_1.checkReportMissingProp)(cxt, depProp);
            }
          });
        } else {
          gen.if((0, codegen_1._)`${hasProperty} && (${(0, code_1.checkMissingProp)(cxt, deps, missing2)})`);
          (0, code_1.reportMissingProp)(cxt, missing2);
          gen.else();
        }
      }
    }
    exports.validatePropertyDeps = validatePropertyDeps;
    function validateSchemaDeps(cxt, schemaDeps = cxt.schema) {
      const { gen, data, keyword, it } = cxt;
      const valid = gen.name("valid");
      for (const prop in schemaDeps) {
        if ((0, util_1.alwaysValidSchema)(it, schemaDeps[prop]))
          continue;
        gen.if(
          (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties),
          () => {
            const schCxt = cxt.subschema({ keyword, schemaProp: prop }, valid);
            cxt.mergeValidEvaluated(schCxt, valid);
          },
          () => gen.var(valid, true)
          // TODO var
        );
        cxt.ok(valid);
      }
    }
    exports.validateSchemaDeps = validateSchemaDeps;
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/propertyNames.js
var require_propertyNames = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/propertyNames.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: "property name must be valid",
      params: ({ params }) => (0, codegen_1._)`{propertyName: ${params.propertyName}}`
    };
    var def = {
      keyword: "propertyNames",
      type: "object",
      schemaType: ["object", "boolean"],
      error,
      code(cxt) {
        const { gen, schema, data, it } = cxt;
        if ((0, util_1.alwaysValidSchema)(it, schema))
          return;
        const valid = gen.name("valid");
        gen.forIn("key", data, (key) => {
          cxt.setParams({ propertyName: key });
          cxt.subschema({
            keyword: "propertyNames",
            data: key,
            dataTypes: ["string"],
            propertyName: key,
            compositeRule: true
          }, valid);
          gen.if((0, codegen_1.not)(valid), () => {
            cxt.error(true);
            if (!it.allErrors)
              gen.break();
          });
        });
        cxt.ok(valid);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js
var require_additionalProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var names_1 = require_names();
    var util_1 = require_util();
    var error = {
      message: "must NOT have additional properties",
      params: ({ params }) => (0, codegen_1._)`{additionalProperty: ${params.additionalProperty}}`
    };
    var def = {
      keyword: "additionalProperties",
      type: ["object"],
      schemaType: ["boolean", "object"],
      allowUndefined: true,
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, data, errsCount, it } = cxt;
        if (!errsCount)
          throw new Error("ajv implementation error");
        const { allErrors, opts } = it;
        it.props = true;
        if (opts.removeAdditional !== "all" && (0, util_1.alwaysValidSchema)(it, schema))
          return;
        const props = (0, code_1.allSchemaProperties)(parentSchema.properties);
        const patProps = (0, code_1.allSchemaProperties)(parentSchema.patternProperties);
        checkAdditionalProperties();
        cxt.ok((0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
        function checkAdditionalProperties() {
          gen.forIn("key", data, (key) => {
            if (!props.length && !patProps.length)
              additionalPropertyCode(key);
            else
              gen.if(isAdditional(key), () => additionalPropertyCode(key));
          });
        }
        function isAdditional(key) {
          let definedProp;
          if (props.length > 8) {
            const propsSchema = (0, util_1.schemaRefOrVal)(it, parentSchema.properties, "properties");
            definedProp = (0, code_1.isOwnProperty)(gen, propsSchema, key);
          } else if (props.length) {
            definedProp = (0, codegen_1.or)(...props.map((p) => (0, codegen_1._)`${key} === ${p}`));
          } else {
            definedProp = codegen_1.nil;
          }
          if (patProps.length) {
            definedProp = (0, codegen_1.or)(definedProp, ...patProps.map((p) => (0, codegen_1._)`${(0, code_1.usePattern)(cxt, p)}.test(${key})`));
          }
          return (0, codegen_1.not)(definedProp);
        }
        function deleteAdditional(key) {
          gen.code((0, codegen_1._)`delete ${data}[${key}]`);
        }
        function additionalPropertyCode(key) {
          if (opts.removeAdditional === "all" || opts.removeAdditional && schema === false) {
            deleteAdditional(key);
            return;
          }
          if (schema === false) {
            cxt.setParams({ additionalProperty: key });
            cxt.error();
            if (!allErrors)
              gen.break();
            return;
          }
          if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
            const valid = gen.name("valid");
            if (opts.removeAdditional === "failing") {
              applyAdditionalSchema(key, valid, false);
              gen.if((0, codegen_1.not)(valid), () => {
                cxt.reset();
                deleteAdditional(key);
              });
            } else {
              applyAdditionalSchema(key, valid);
              if (!allErrors)
                gen.if((0, codegen_1.not)(valid), () => gen.break());
            }
          }
        }
        function applyAdditionalSchema(key, valid, errors) {
          const subschema = {
            keyword: "additionalProperties",
            dataProp: key,
            dataPropType: util_1.Type.Str
          };
          if (errors === false) {
            Object.assign(subschema, {
              compositeRule: true,
              createErrors: false,
              allErrors: false
            });
          }
          cxt.subschema(subschema, valid);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/properties.js
var require_properties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/properties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var validate_1 = require_validate();
    var code_1 = require_code2();
    var util_1 = require_util();
    var additionalProperties_1 = require_additionalProperties();
    var def = {
      keyword: "properties",
      type: "object",
      schemaType: "object",
      code(cxt) {
        const { gen, schema, parentSchema, data, it } = cxt;
        if (it.opts.removeAdditional === "all" && parentSchema.additionalProperties === void 0) {
          additionalProperties_1.default.code(new validate_1.KeywordCxt(it, additionalProperties_1.default, "additionalProperties"));
        }
        const allProps = (0, code_1.allSchemaProperties)(schema);
        for (const prop of allProps) {
          it.definedProperties.add(prop);
        }
        if (it.opts.unevaluated && allProps.length && it.props !== true) {
          it.props = util_1.mergeEvaluated.props(gen, (0, util_1.toHash)(allProps), it.props);
        }
        const properties = allProps.filter((p) => !(0, util_1.alwaysValidSchema)(it, schema[p]));
        if (properties.length === 0)
          return;
        const valid = gen.name("valid");
        for (const prop of properties) {
          if (hasDefault(prop)) {
            applyPropertySchema(prop);
          } else {
            gen.if((0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties));
            applyPropertySchema(prop);
            if (!it.allErrors)
              gen.else().var(valid, true);
            gen.endIf();
          }
          cxt.it.definedProperties.add(prop);
          cxt.ok(valid);
        }
        function hasDefault(prop) {
          return it.opts.useDefaults && !it.compositeRule && schema[prop].default !== void 0;
        }
        function applyPropertySchema(prop) {
          cxt.subschema({
            keyword: "properties",
            schemaProp: prop,
            dataProp: prop
          }, valid);
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/patternProperties.js
var require_patternProperties = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/patternProperties.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var util_2 = require_util();
    var def = {
      keyword: "patternProperties",
      type: "object",
      schemaType: "object",
      code(cxt) {
        const { gen, schema, data, parentSchema, it } = cxt;
        const { opts } = it;
        const patterns = (0, code_1.allSchemaProperties)(schema);
        const alwaysValidPatterns = patterns.filter((p) => (0, util_1.alwaysValidSchema)(it, schema[p]));
        if (patterns.length === 0 || alwaysValidPatterns.length === patterns.length && (!it.opts.unevaluated || it.props === true)) {
          return;
        }
        const checkProperties = opts.strictSchema && !opts.allowMatchingProperties && parentSchema.properties;
        const valid = gen.name("valid");
        if (it.props !== true && !(it.props instanceof codegen_1.Name)) {
          it.props = (0, util_2.evaluatedPropsToName)(gen, it.props);
        }
        const { props } = it;
        validatePatternProperties();
        function validatePatternProperties() {
          for (const pat of patterns) {
            if (checkProperties)
              checkMatchingProperties(pat);
            if (it.allErrors) {
              validateProperties(pat);
            } else {
              gen.var(valid, true);
              validateProperties(pat);
              gen.if(valid);
            }
          }
        }
        function checkMatchingProperties(pat) {
          for (const prop in checkProperties) {
            if (new RegExp(pat).test(prop)) {
              (0, util_1.checkStrictMode)(it, `property ${prop} matches pattern ${pat} (use allowMatchingProperties)`);
            }
          }
        }
        function validateProperties(pat) {
          gen.forIn("key", data, (key) => {
            gen.if((0, codegen_1._)`${(0, code_1.usePattern)(cxt, pat)}.test(${key})`, () => {
              const alwaysValid = alwaysValidPatterns.includes(pat);
              if (!alwaysValid) {
                cxt.subschema({
                  keyword: "patternProperties",
                  schemaProp: pat,
                  dataProp: key,
                  dataPropType: util_2.Type.Str
                }, valid);
              }
              if (it.opts.unevaluated && props !== true) {
                gen.assign((0, codegen_1._)`${props}[${key}]`, true);
              } else if (!alwaysValid && !it.allErrors) {
                gen.if((0, codegen_1.not)(valid), () => gen.break());
              }
            });
          });
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/not.js
var require_not = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/not.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: "not",
      schemaType: ["object", "boolean"],
      trackErrors: true,
      code(cxt) {
        const { gen, schema, it } = cxt;
        if ((0, util_1.alwaysValidSchema)(it, schema)) {
          cxt.fail();
          return;
        }
        const valid = gen.name("valid");
        cxt.subschema({
          keyword: "not",
          compositeRule: true,
          createErrors: false,
          allErrors: false
        }, valid);
        cxt.failResult(valid, () => cxt.reset(), () => cxt.error());
      },
      error: { message: "must NOT be valid" }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/anyOf.js
var require_anyOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/anyOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var code_1 = require_code2();
    var def = {
      keyword: "anyOf",
      schemaType: "array",
      trackErrors: true,
      code: code_1.validateUnion,
      error: { message: "must match a schema in anyOf" }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/oneOf.js
var require_oneOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/oneOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: "must match exactly one schema in oneOf",
      params: ({ params }) => (0, codegen_1._)`{passingSchemas: ${params.passing}}`
    };
    var def = {
      keyword: "oneOf",
      schemaType: "array",
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, schema, parentSchema, it } = cxt;
        if (!Array.isArray(schema))
          throw new Error("ajv implementation error");
        if (it.opts.discriminator && parentSchema.discriminator)
          return;
        const schArr = schema;
        const valid = gen.let("valid", false);
        const passing = gen.let("passing", null);
        const schValid = gen.name("_valid");
        cxt.setParams({ passing });
        gen.block(validateOneOf);
        cxt.result(valid, () => cxt.reset(), () => cxt.error(true));
        function validateOneOf() {
          schArr.forEach((sch, i) => {
            let schCxt;
            if ((0, util_1.alwaysValidSchema)(it, sch)) {
              gen.var(schValid, true);
            } else {
              schCxt = cxt.subschema({
                keyword: "oneOf",
                schemaProp: i,
                compositeRule: true
              }, schValid);
            }
            if (i > 0) {
              gen.if((0, codegen_1._)`${schValid} && ${valid}`).assign(valid, false).assign(passing, (0, codegen_1._)`[${passing}, ${i}]`).else();
            }
            gen.if(schValid, () => {
              gen.assign(valid, true);
              gen.assign(passing, i);
              if (schCxt)
                cxt.mergeEvaluated(schCxt, codegen_1.Name);
            });
          });
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/allOf.js
var require_allOf = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/allOf.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: "allOf",
      schemaType: "array",
      code(cxt) {
        const { gen, schema, it } = cxt;
        if (!Array.isArray(schema))
          throw new Error("ajv implementation error");
        const valid = gen.name("valid");
        schema.forEach((sch, i) => {
          if ((0, util_1.alwaysValidSchema)(it, sch))
            return;
          const schCxt = cxt.subschema({ keyword: "allOf", schemaProp: i }, valid);
          cxt.ok(valid);
          cxt.mergeEvaluated(schCxt);
        });
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/if.js
var require_if = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/if.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var util_1 = require_util();
    var error = {
      message: ({ params }) => (0, codegen_1.str)`must match "${params.ifClause}" schema`,
      params: ({ params }) => (0, codegen_1._)`{failingKeyword: ${params.ifClause}}`
    };
    var def = {
      keyword: "if",
      schemaType: ["object", "boolean"],
      trackErrors: true,
      error,
      code(cxt) {
        const { gen, parentSchema, it } = cxt;
        if (parentSchema.then === void 0 && parentSchema.else === void 0) {
          (0, util_1.checkStrictMode)(it, '"if" without "then" and "else" is ignored');
        }
        const hasThen = hasSchema(it, "then");
        const hasElse = hasSchema(it, "else");
        if (!hasThen && !hasElse)
          return;
        const valid = gen.let("valid", true);
        const schValid = gen.name("_valid");
        validateIf();
        cxt.reset();
        if (hasThen && hasElse) {
          const ifClause = gen.let("ifClause");
          cxt.setParams({ ifClause });
          gen.if(schValid, validateClause("then", ifClause), validateClause("else", ifClause));
        } else if (hasThen) {
          gen.if(schValid, validateClause("then"));
        } else {
          gen.if((0, codegen_1.not)(schValid), validateClause("else"));
        }
        cxt.pass(valid, () => cxt.error(true));
        function validateIf() {
          const schCxt = cxt.subschema({
            keyword: "if",
            compositeRule: true,
            createErrors: false,
            allErrors: false
          }, schValid);
          cxt.mergeEvaluated(schCxt);
        }
        function validateClause(keyword, ifClause) {
          return () => {
            const schCxt = cxt.subschema({ keyword }, schValid);
            gen.assign(valid, schValid);
            cxt.mergeValidEvaluated(schCxt, valid);
            if (ifClause)
              gen.assign(ifClause, (0, codegen_1._)`${keyword}`);
            else
              cxt.setParams({ ifClause: keyword });
          };
        }
      }
    };
    function hasSchema(it, keyword) {
      const schema = it.schema[keyword];
      return schema !== void 0 && !(0, util_1.alwaysValidSchema)(it, schema);
    }
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/thenElse.js
var require_thenElse = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/thenElse.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var util_1 = require_util();
    var def = {
      keyword: ["then", "else"],
      schemaType: ["object", "boolean"],
      code({ keyword, parentSchema, it }) {
        if (parentSchema.if === void 0)
          (0, util_1.checkStrictMode)(it, `"${keyword}" without "if" is ignored`);
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/applicator/index.js
var require_applicator = __commonJS({
  "node_modules/ajv/dist/vocabularies/applicator/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var additionalItems_1 = require_additionalItems();
    var prefixItems_1 = require_prefixItems();
    var items_1 = require_items();
    var items2020_1 = require_items2020();
    var contains_1 = require_contains();
    var dependencies_1 = require_dependencies();
    var propertyNames_1 = require_propertyNames();
    var additionalProperties_1 = require_additionalProperties();
    var properties_1 = require_properties();
    var patternProperties_1 = require_patternProperties();
    var not_1 = require_not();
    var anyOf_1 = require_anyOf();
    var oneOf_1 = require_oneOf();
    var allOf_1 = require_allOf();
    var if_1 = require_if();
    var thenElse_1 = require_thenElse();
    function getApplicator(draft2020 = false) {
      const applicator = [
        // any
        not_1.default,
        anyOf_1.default,
        oneOf_1.default,
        allOf_1.default,
        if_1.default,
        thenElse_1.default,
        // object
        propertyNames_1.default,
        additionalProperties_1.default,
        dependencies_1.default,
        properties_1.default,
        patternProperties_1.default
      ];
      if (draft2020)
        applicator.push(prefixItems_1.default, items2020_1.default);
      else
        applicator.push(additionalItems_1.default, items_1.default);
      applicator.push(contains_1.default);
      return applicator;
    }
    exports.default = getApplicator;
  }
});

// node_modules/ajv/dist/vocabularies/format/format.js
var require_format = __commonJS({
  "node_modules/ajv/dist/vocabularies/format/format.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var error = {
      message: ({ schemaCode }) => (0, codegen_1.str)`must match format "${schemaCode}"`,
      params: ({ schemaCode }) => (0, codegen_1._)`{format: ${schemaCode}}`
    };
    var def = {
      keyword: "format",
      type: ["number", "string"],
      schemaType: "string",
      $data: true,
      error,
      code(cxt, ruleType) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        const { opts, errSchemaPath, schemaEnv, self } = it;
        if (!opts.validateFormats)
          return;
        if ($data)
          validate$DataFormat();
        else
          validateFormat();
        function validate$DataFormat() {
          const fmts = gen.scopeValue("formats", {
            ref: self.formats,
            code: opts.code.formats
          });
          const fDef = gen.const("fDef", (0, codegen_1._)`${fmts}[${schemaCode}]`);
          const fType = gen.let("fType");
          const format = gen.let("format");
          gen.if((0, codegen_1._)`typeof ${fDef} == "object" && !(${fDef} instanceof RegExp)`, () => gen.assign(fType, (0, codegen_1._)`${fDef}.type || "string"`).assign(format, (0, codegen_1._)`${fDef}.validate`), () => gen.assign(fType, (0, codegen_1._)`"string"`).assign(format, fDef));
          cxt.fail$data((0, codegen_1.or)(unknownFmt(), invalidFmt()));
          function unknownFmt() {
            if (opts.strictSchema === false)
              return codegen_1.nil;
            return (0, codegen_1._)`${schemaCode} && !${format}`;
          }
          function invalidFmt() {
            const callFormat = schemaEnv.$async ? (0, codegen_1._)`(${fDef}.async ? await ${format}(${data}) : ${format}(${data}))` : (0, codegen_1._)`${format}(${data})`;
            const validData = (0, codegen_1._)`(typeof ${format} == "function" ? ${callFormat} : ${format}.test(${data}))`;
            return (0, codegen_1._)`${format} && ${format} !== true && ${fType} === ${ruleType} && !${validData}`;
          }
        }
        function validateFormat() {
          const formatDef = self.formats[schema];
          if (!formatDef) {
            unknownFormat();
            return;
          }
          if (formatDef === true)
            return;
          const [fmtType, format, fmtRef] = getFormat(formatDef);
          if (fmtType === ruleType)
            cxt.pass(validCondition());
          function unknownFormat() {
            if (opts.strictSchema === false) {
              self.logger.warn(unknownMsg());
              return;
            }
            throw new Error(unknownMsg());
            function unknownMsg() {
              return `unknown format "${schema}" ignored in schema at path "${errSchemaPath}"`;
            }
          }
          function getFormat(fmtDef) {
            const code = fmtDef instanceof RegExp ? (0, codegen_1.regexpCode)(fmtDef) : opts.code.formats ? (0, codegen_1._)`${opts.code.formats}${(0, codegen_1.getProperty)(schema)}` : void 0;
            const fmt = gen.scopeValue("formats", { key: schema, ref: fmtDef, code });
            if (typeof fmtDef == "object" && !(fmtDef instanceof RegExp)) {
              return [fmtDef.type || "string", fmtDef.validate, (0, codegen_1._)`${fmt}.validate`];
            }
            return ["string", fmtDef, fmt];
          }
          function validCondition() {
            if (typeof formatDef == "object" && !(formatDef instanceof RegExp) && formatDef.async) {
              if (!schemaEnv.$async)
                throw new Error("async format in sync schema");
              return (0, codegen_1._)`await ${fmtRef}(${data})`;
            }
            return typeof format == "function" ? (0, codegen_1._)`${fmtRef}(${data})` : (0, codegen_1._)`${fmtRef}.test(${data})`;
          }
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/vocabularies/format/index.js
var require_format2 = __commonJS({
  "node_modules/ajv/dist/vocabularies/format/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var format_1 = require_format();
    var format = [format_1.default];
    exports.default = format;
  }
});

// node_modules/ajv/dist/vocabularies/metadata.js
var require_metadata = __commonJS({
  "node_modules/ajv/dist/vocabularies/metadata.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.contentVocabulary = exports.metadataVocabulary = void 0;
    exports.metadataVocabulary = [
      "title",
      "description",
      "default",
      "deprecated",
      "readOnly",
      "writeOnly",
      "examples"
    ];
    exports.contentVocabulary = [
      "contentMediaType",
      "contentEncoding",
      "contentSchema"
    ];
  }
});

// node_modules/ajv/dist/vocabularies/draft7.js
var require_draft7 = __commonJS({
  "node_modules/ajv/dist/vocabularies/draft7.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var core_1 = require_core2();
    var validation_1 = require_validation();
    var applicator_1 = require_applicator();
    var format_1 = require_format2();
    var metadata_1 = require_metadata();
    var draft7Vocabularies = [
      core_1.default,
      validation_1.default,
      (0, applicator_1.default)(),
      format_1.default,
      metadata_1.metadataVocabulary,
      metadata_1.contentVocabulary
    ];
    exports.default = draft7Vocabularies;
  }
});

// node_modules/ajv/dist/vocabularies/discriminator/types.js
var require_types = __commonJS({
  "node_modules/ajv/dist/vocabularies/discriminator/types.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.DiscrError = void 0;
    var DiscrError;
    (function(DiscrError2) {
      DiscrError2["Tag"] = "tag";
      DiscrError2["Mapping"] = "mapping";
    })(DiscrError || (exports.DiscrError = DiscrError = {}));
  }
});

// node_modules/ajv/dist/vocabularies/discriminator/index.js
var require_discriminator = __commonJS({
  "node_modules/ajv/dist/vocabularies/discriminator/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var codegen_1 = require_codegen();
    var types_1 = require_types();
    var compile_1 = require_compile();
    var ref_error_1 = require_ref_error();
    var util_1 = require_util();
    var error = {
      message: ({ params: { discrError, tagName } }) => discrError === types_1.DiscrError.Tag ? `tag "${tagName}" must be string` : `value of tag "${tagName}" must be in oneOf`,
      params: ({ params: { discrError, tag, tagName } }) => (0, codegen_1._)`{error: ${discrError}, tag: ${tagName}, tagValue: ${tag}}`
    };
    var def = {
      keyword: "discriminator",
      type: "object",
      schemaType: "object",
      error,
      code(cxt) {
        const { gen, data, schema, parentSchema, it } = cxt;
        const { oneOf } = parentSchema;
        if (!it.opts.discriminator) {
          throw new Error("discriminator: requires discriminator option");
        }
        const tagName = schema.propertyName;
        if (typeof tagName != "string")
          throw new Error("discriminator: requires propertyName");
        if (schema.mapping)
          throw new Error("discriminator: mapping is not supported");
        if (!oneOf)
          throw new Error("discriminator: requires oneOf keyword");
        const valid = gen.let("valid", false);
        const tag = gen.const("tag", (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(tagName)}`);
        gen.if((0, codegen_1._)`typeof ${tag} == "string"`, () => validateMapping(), () => cxt.error(false, { discrError: types_1.DiscrError.Tag, tag, tagName }));
        cxt.ok(valid);
        function validateMapping() {
          const mapping = getMapping();
          gen.if(false);
          for (const tagValue in mapping) {
            gen.elseIf((0, codegen_1._)`${tag} === ${tagValue}`);
            gen.assign(valid, applyTagSchema(mapping[tagValue]));
          }
          gen.else();
          cxt.error(false, { discrError: types_1.DiscrError.Mapping, tag, tagName });
          gen.endIf();
        }
        function applyTagSchema(schemaProp) {
          const _valid = gen.name("valid");
          const schCxt = cxt.subschema({ keyword: "oneOf", schemaProp }, _valid);
          cxt.mergeEvaluated(schCxt, codegen_1.Name);
          return _valid;
        }
        function getMapping() {
          var _a;
          const oneOfMapping = {};
          const topRequired = hasRequired(parentSchema);
          let tagRequired = true;
          for (let i = 0; i < oneOf.length; i++) {
            let sch = oneOf[i];
            if ((sch === null || sch === void 0 ? void 0 : sch.$ref) && !(0, util_1.schemaHasRulesButRef)(sch, it.self.RULES)) {
              const ref = sch.$ref;
              sch = compile_1.resolveRef.call(it.self, it.schemaEnv.root, it.baseId, ref);
              if (sch instanceof compile_1.SchemaEnv)
                sch = sch.schema;
              if (sch === void 0)
                throw new ref_error_1.default(it.opts.uriResolver, it.baseId, ref);
            }
            const propSch = (_a = sch === null || sch === void 0 ? void 0 : sch.properties) === null || _a === void 0 ? void 0 : _a[tagName];
            if (typeof propSch != "object") {
              throw new Error(`discriminator: oneOf subschemas (or referenced schemas) must have "properties/${tagName}"`);
            }
            tagRequired = tagRequired && (topRequired || hasRequired(sch));
            addMappings(propSch, i);
          }
          if (!tagRequired)
            throw new Error(`discriminator: "${tagName}" must be required`);
          return oneOfMapping;
          function hasRequired({ required }) {
            return Array.isArray(required) && required.includes(tagName);
          }
          function addMappings(sch, i) {
            if (sch.const) {
              addMapping(sch.const, i);
            } else if (sch.enum) {
              for (const tagValue of sch.enum) {
                addMapping(tagValue, i);
              }
            } else {
              throw new Error(`discriminator: "properties/${tagName}" must have "const" or "enum"`);
            }
          }
          function addMapping(tagValue, i) {
            if (typeof tagValue != "string" || tagValue in oneOfMapping) {
              throw new Error(`discriminator: "${tagName}" values must be unique strings`);
            }
            oneOfMapping[tagValue] = i;
          }
        }
      }
    };
    exports.default = def;
  }
});

// node_modules/ajv/dist/refs/json-schema-draft-07.json
var require_json_schema_draft_07 = __commonJS({
  "node_modules/ajv/dist/refs/json-schema-draft-07.json"(exports, module) {
    module.exports = {
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: "http://json-schema.org/draft-07/schema#",
      title: "Core schema meta-schema",
      definitions: {
        schemaArray: {
          type: "array",
          minItems: 1,
          items: { $ref: "#" }
        },
        nonNegativeInteger: {
          type: "integer",
          minimum: 0
        },
        nonNegativeIntegerDefault0: {
          allOf: [{ $ref: "#/definitions/nonNegativeInteger" }, { default: 0 }]
        },
        simpleTypes: {
          enum: ["array", "boolean", "integer", "null", "number", "object", "string"]
        },
        stringArray: {
          type: "array",
          items: { type: "string" },
          uniqueItems: true,
          default: []
        }
      },
      type: ["object", "boolean"],
      properties: {
        $id: {
          type: "string",
          format: "uri-reference"
        },
        $schema: {
          type: "string",
          format: "uri"
        },
        $ref: {
          type: "string",
          format: "uri-reference"
        },
        $comment: {
          type: "string"
        },
        title: {
          type: "string"
        },
        description: {
          type: "string"
        },
        default: true,
        readOnly: {
          type: "boolean",
          default: false
        },
        examples: {
          type: "array",
          items: true
        },
        multipleOf: {
          type: "number",
          exclusiveMinimum: 0
        },
        maximum: {
          type: "number"
        },
        exclusiveMaximum: {
          type: "number"
        },
        minimum: {
          type: "number"
        },
        exclusiveMinimum: {
          type: "number"
        },
        maxLength: { $ref: "#/definitions/nonNegativeInteger" },
        minLength: { $ref: "#/definitions/nonNegativeIntegerDefault0" },
        pattern: {
          type: "string",
          format: "regex"
        },
        additionalItems: { $ref: "#" },
        items: {
          anyOf: [{ $ref: "#" }, { $ref: "#/definitions/schemaArray" }],
          default: true
        },
        maxItems: { $ref: "#/definitions/nonNegativeInteger" },
        minItems: { $ref: "#/definitions/nonNegativeIntegerDefault0" },
        uniqueItems: {
          type: "boolean",
          default: false
        },
        contains: { $ref: "#" },
        maxProperties: { $ref: "#/definitions/nonNegativeInteger" },
        minProperties: { $ref: "#/definitions/nonNegativeIntegerDefault0" },
        required: { $ref: "#/definitions/stringArray" },
        additionalProperties: { $ref: "#" },
        definitions: {
          type: "object",
          additionalProperties: { $ref: "#" },
          default: {}
        },
        properties: {
          type: "object",
          additionalProperties: { $ref: "#" },
          default: {}
        },
        patternProperties: {
          type: "object",
          additionalProperties: { $ref: "#" },
          propertyNames: { format: "regex" },
          default: {}
        },
        dependencies: {
          type: "object",
          additionalProperties: {
            anyOf: [{ $ref: "#" }, { $ref: "#/definitions/stringArray" }]
          }
        },
        propertyNames: { $ref: "#" },
        const: true,
        enum: {
          type: "array",
          items: true,
          minItems: 1,
          uniqueItems: true
        },
        type: {
          anyOf: [
            { $ref: "#/definitions/simpleTypes" },
            {
              type: "array",
              items: { $ref: "#/definitions/simpleTypes" },
              minItems: 1,
              uniqueItems: true
            }
          ]
        },
        format: { type: "string" },
        contentMediaType: { type: "string" },
        contentEncoding: { type: "string" },
        if: { $ref: "#" },
        then: { $ref: "#" },
        else: { $ref: "#" },
        allOf: { $ref: "#/definitions/schemaArray" },
        anyOf: { $ref: "#/definitions/schemaArray" },
        oneOf: { $ref: "#/definitions/schemaArray" },
        not: { $ref: "#" }
      },
      default: true
    };
  }
});

// node_modules/ajv/dist/ajv.js
var require_ajv = __commonJS({
  "node_modules/ajv/dist/ajv.js"(exports, module) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.MissingRefError = exports.ValidationError = exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = exports.Ajv = void 0;
    var core_1 = require_core();
    var draft7_1 = require_draft7();
    var discriminator_1 = require_discriminator();
    var draft7MetaSchema = require_json_schema_draft_07();
    var META_SUPPORT_DATA = ["/properties"];
    var META_SCHEMA_ID = "http://json-schema.org/draft-07/schema";
    var Ajv = class extends core_1.default {
      _addVocabularies() {
        super._addVocabularies();
        draft7_1.default.forEach((v) => this.addVocabulary(v));
        if (this.opts.discriminator)
          this.addKeyword(discriminator_1.default);
      }
      _addDefaultMetaSchema() {
        super._addDefaultMetaSchema();
        if (!this.opts.meta)
          return;
        const metaSchema = this.opts.$data ? this.$dataMetaSchema(draft7MetaSchema, META_SUPPORT_DATA) : draft7MetaSchema;
        this.addMetaSchema(metaSchema, META_SCHEMA_ID, false);
        this.refs["http://json-schema.org/schema"] = META_SCHEMA_ID;
      }
      defaultMeta() {
        return this.opts.defaultMeta = super.defaultMeta() || (this.getSchema(META_SCHEMA_ID) ? META_SCHEMA_ID : void 0);
      }
    };
    exports.Ajv = Ajv;
    module.exports = exports = Ajv;
    module.exports.Ajv = Ajv;
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = Ajv;
    var validate_1 = require_validate();
    Object.defineProperty(exports, "KeywordCxt", { enumerable: true, get: function() {
      return validate_1.KeywordCxt;
    } });
    var codegen_1 = require_codegen();
    Object.defineProperty(exports, "_", { enumerable: true, get: function() {
      return codegen_1._;
    } });
    Object.defineProperty(exports, "str", { enumerable: true, get: function() {
      return codegen_1.str;
    } });
    Object.defineProperty(exports, "stringify", { enumerable: true, get: function() {
      return codegen_1.stringify;
    } });
    Object.defineProperty(exports, "nil", { enumerable: true, get: function() {
      return codegen_1.nil;
    } });
    Object.defineProperty(exports, "Name", { enumerable: true, get: function() {
      return codegen_1.Name;
    } });
    Object.defineProperty(exports, "CodeGen", { enumerable: true, get: function() {
      return codegen_1.CodeGen;
    } });
    var validation_error_1 = require_validation_error();
    Object.defineProperty(exports, "ValidationError", { enumerable: true, get: function() {
      return validation_error_1.default;
    } });
    var ref_error_1 = require_ref_error();
    Object.defineProperty(exports, "MissingRefError", { enumerable: true, get: function() {
      return ref_error_1.default;
    } });
  }
});

// src/model/order.ts
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function sortedUnique(values2) {
  return [...new Set(values2)].sort(compareText);
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (key === void 0) continue;
    const group2 = groups.get(key);
    if (group2) group2.push(item);
    else groups.set(key, [item]);
  }
  const keys = [...groups.keys()].sort(compareText);
  return new Map(keys.map((key) => [key, groups.get(key) ?? []]));
}
var splitOrder = ["train", "val", "test"];
function compareSplits(a, b) {
  return rankSplit(a) - rankSplit(b) || compareText(a, b);
}
function rankSplit(name) {
  const rank = splitOrder.indexOf(name);
  return rank < 0 ? splitOrder.length : rank;
}

// src/checks/labels/color.ts
function formatColor(rgb) {
  return `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
function parseColor(color) {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16 & 255, value >> 8 & 255, value & 255];
}
function distanceBetween(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

// src/model/dataset.ts
function isLabelled(sample2, labels) {
  switch (labels.kind) {
    case "mask":
      return sample2.label !== void 0;
    case "class":
      return sample2.classes.length > 0;
    case "boxes":
      return sample2.label !== void 0 || sample2.boxes !== void 0 || sample2.classes.length > 0;
    case "none":
      return false;
  }
}
function isInTargetDomain(sample2, task) {
  return task.targetDomain === void 0 || sample2.domain === task.targetDomain;
}

// src/checks/population.ts
function usableSamples({ samples, labels }) {
  return labels.kind === "none" ? samples : samples.filter((sample2) => isLabelled(sample2, labels));
}
function usableTargetSamples(dataset) {
  return usableSamples(dataset).filter((sample2) => isInTargetDomain(sample2, dataset.task));
}
function ofTarget({ task }) {
  return task.targetDomain === void 0 ? "" : ` of the target domain ${task.targetDomain}`;
}
function labelledWord({ labels }) {
  return labels.kind === "none" ? "" : "labelled ";
}

// src/checks/classes/class-presence.ts
function findClassPresence(dataset) {
  const usable = usableSamples(dataset);
  const unit = chooseUnit(dataset);
  const bySample = /* @__PURE__ */ new Map();
  const background = /* @__PURE__ */ new Map();
  const backgroundIndex = findBackground(dataset);
  for (const sample2 of usable) {
    const shown = readers[unit](sample2, dataset);
    if (!shown) continue;
    bySample.set(sample2, shown);
    const mask = sample2.label === void 0 ? void 0 : dataset.masks.get(sample2.label);
    if (mask?.kind === "mask") background.set(sample2, mask.counts[backgroundIndex] ?? 0);
  }
  const declared = dataset.labels.classes.map(({ name }) => name);
  const classes = declared.length > 0 ? declared : sortedUnique([...bySample.values()].flatMap((shown) => [...shown.keys()]));
  return { classes, bySample, background, unit, unavailable: usable.length - bySample.size };
}
function chooseUnit({ labels, annotations: annotations2 }) {
  if (labels.kind === "mask") return "pixels";
  return labels.kind === "boxes" && annotations2 && annotations2.byImage.size > 0 ? "boxes" : "samples";
}
var readers = { pixels: classesOfMask, boxes: classesOfBoxes, samples: classesOfRow };
function findBackground({ maskPalette, labels: { background } }) {
  if (maskPalette?.kind === "index") return maskPalette.indices.indexOf(background.index);
  const wanted = background.color.toLowerCase();
  return maskPalette?.colors.findIndex((color) => formatColor(color) === wanted) ?? -1;
}
function classesOfMask({ label }, { masks, maskClasses }) {
  const mask = label === void 0 ? void 0 : masks.get(label);
  if (mask?.kind !== "mask") return void 0;
  const shown = /* @__PURE__ */ new Map();
  mask.counts.forEach((pixels, index) => {
    const name = maskClasses[index];
    if (name !== void 0 && pixels > 0) shown.set(name, pixels);
  });
  return shown;
}
function classesOfBoxes({ id }, { annotations: annotations2 }) {
  const outcome = annotations2?.byImage.get(id);
  if (outcome?.kind !== "annotation") return void 0;
  const shown = /* @__PURE__ */ new Map();
  for (const { className } of outcome.objects) shown.set(className, (shown.get(className) ?? 0) + 1);
  return shown;
}
function classesOfRow({ classes }) {
  return classes.length > 0 ? new Map(classes.map((name) => [name, 1])) : void 0;
}

// src/model/check.ts
function defineCheck(check) {
  return check;
}

// src/audit/waivers.ts
var waiverCheck = defineCheck({
  id: "config/waivers",
  summary: "Does every accepted finding still exist, and is its acceptance still in date?",
  description: `A finding that the config accepts stays in the report and decides nothing. An acceptance whose last day
is past no longer holds, and one that matches no finding is either done with or misspelled: both are reported at their
line of the config. An acceptance of a check that is turned off, was skipped or crashed cannot be judged.

Coverage counts acceptances: those whose check was judged, and the others.`,
  defaultSeverity: "warning",
  needs: [],
  options: {},
  messages: {
    expired: {
      text: "the acceptance of {check} {key} ended on {until}",
      fix: "Mend what was accepted, or look at it again and set a later `until`."
    },
    unmatched: {
      text: "the acceptance of {check} {key} matches no finding",
      fix: "Remove it from `accept`, or correct its key: the report shows the keys of findings."
    },
    fine: { text: "{waivers|acceptance|acceptances} in date and in use" },
    stale: { text: "{stale} of {waivers|acceptance|acceptances} expired or without a finding" },
    "not-judged": { text: "no check with an acceptance was judged" },
    "no-waivers": { text: "the config accepts no finding" }
  },
  run: () => ({ skipped: { messageId: "no-waivers", data: {} } })
});
function isExpired({ until }, today) {
  return until !== void 0 && until < today;
}
function findWaiver(waivers, today) {
  const holding = /* @__PURE__ */ new Map();
  for (const waiver of waivers) {
    const name = JSON.stringify([waiver.check, waiver.key]);
    if (!isExpired(waiver, today) && !holding.has(name)) holding.set(name, waiver);
  }
  return (check, key) => holding.get(JSON.stringify([check, key]));
}
function judgeWaivers({ accept, file }, outcomes, today) {
  const findings = [];
  let evaluated = 0;
  for (const waiver of accept) {
    const outcome = outcomes.get(waiver.check);
    if (outcome?.status !== "judged") continue;
    evaluated++;
    const isMatched = outcome.findings.some(({ key: key2 }) => key2 === waiver.key);
    if (isMatched && !isExpired(waiver, today)) continue;
    const { check, key, until, line } = waiver;
    findings.push({
      key: `${check} ${key}`,
      messageId: isMatched ? "expired" : "unmatched",
      data: { check, key, until: until ?? "" },
      samples: [],
      location: { file, line },
      evidence: { reason: waiver.reason, ...until !== void 0 && { until } }
    });
  }
  const coverage2 = { evaluated, unavailable: accept.length - evaluated };
  if (evaluated === 0) return { status: "skipped", coverage: coverage2, summary: { messageId: "not-judged", data: {} } };
  const data = { waivers: evaluated, stale: findings.length };
  return {
    status: "judged",
    coverage: coverage2,
    measurements: data,
    findings,
    summary: { messageId: findings.length > 0 ? "stale" : "fine", data }
  };
}

// src/model/sample.ts
function soleSplit(sample2) {
  return sample2.splits.length === 1 ? sample2.splits[0] : void 0;
}

// src/statistics/class-weights.ts
function weighByInverse(amounts) {
  const shown = [...amounts].filter(([, amount]) => amount > 0);
  const mean = shown.reduce((sum2, [, amount]) => sum2 + amount, 0) / shown.length;
  return Object.fromEntries(shown.map(([name, amount]) => [name, mean / amount]));
}
function weighByEffectiveNumber(samples, beta) {
  const effective = [...samples].filter(([, count2]) => count2 > 0).map(([name, count2]) => [name, -Math.expm1(count2 * Math.log(beta)) / (1 - beta)]);
  const mean = effective.reduce((sum2, [, number]) => sum2 + 1 / number, 0) / effective.length;
  return Object.fromEntries(effective.map(([name, number]) => [name, 1 / number / mean]));
}

// src/statistics/median.ts
function median(values2) {
  const sorted = [...values2].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

// src/checks/leakage/split-spread.ts
var examplesPerSplit = 5;
function spreadOverSplits(samples) {
  const spread = /* @__PURE__ */ new Map();
  for (const sample2 of samples) {
    for (const split of sample2.splits) {
      const members = spread.get(split);
      if (members) members.push(sample2);
      else spread.set(split, [sample2]);
    }
  }
  return new Map([...spread].sort(([a], [b]) => compareSplits(a, b)));
}
function describeSpread(spread) {
  return sortBySize(spread).map(([split, samples]) => `${split} (${samples.length})`).join(", ");
}
function listSmaller(spread) {
  return sortBySize(spread).slice(1).map(([split]) => split);
}
function sortBySize(spread) {
  return [...spread].sort(([a, x], [b, y]) => y.length - x.length || compareSplits(a, b));
}
function spreadEvidence(spread) {
  const entries = [...spread];
  return {
    samples: Object.fromEntries(entries.map(([split, samples]) => [split, samples.length])),
    files: Object.fromEntries(
      entries.map(([split, samples]) => [split, samples.slice(0, examplesPerSplit).map(nameSample)])
    )
  };
}
function locationOf(spread) {
  const [, rarest] = [...spread].sort(([a, x], [b, y]) => x.length - y.length || compareText(a, b))[0] ?? [];
  return rarest?.find((sample2) => sample2.location)?.location;
}
function nameSample({ id, location }) {
  return location ? `${id} (${formatLocation(location)})` : id;
}
function subjectsOf(samples) {
  const subjects = /* @__PURE__ */ new Set();
  for (const { subject: subject2 } of samples) if (subject2 !== void 0) subjects.add(subject2);
  return [...subjects].sort(compareText);
}

// src/checks/classes/class-tally.ts
function tallyClasses(samples, { bySample, background }) {
  const tallies = /* @__PURE__ */ new Map();
  for (const sample2 of samples) {
    const shown = bySample.get(sample2);
    if (!shown) continue;
    const around = sumAmounts(shown) + (background.get(sample2) ?? 0);
    for (const [name, amount] of shown) {
      const tally = tallies.get(name) ?? { amount: 0, samples: 0, subjects: /* @__PURE__ */ new Set(), around: 0 };
      tally.amount += amount;
      tally.samples++;
      tally.around += around;
      if (sample2.subject !== void 0) tally.subjects.add(sample2.subject);
      tallies.set(name, tally);
    }
  }
  return new Map(
    [...tallies].map(([name, tally]) => [name, { ...tally, subjects: [...tally.subjects].sort() }])
  );
}
function sumAmounts(shown) {
  let sum2 = 0;
  for (const amount of shown.values()) sum2 += amount;
  return sum2;
}

// src/checks/classes/balance.ts
var balance = defineCheck({
  id: "classes/balance",
  summary: "How unequal are the classes in pixels or boxes, samples and subjects?",
  description: `A class that fills a thousandth of the pixels barely moves the loss. Measured are the pixels (with
masks) or boxes, the samples and the subjects that show each class, over all and in each split, and weights to use in
the loss, in the names of the config:

- \`inverseFrequency\`: the mean amount of a class (pixels, boxes or samples) over its own;
- \`medianFrequency\`: the median of all class frequencies over the frequency of the class, where a frequency is the
  share of the pixels (or boxes) of those images that show the class (Eigen and Fergus 2015,
  doi:10.1109/ICCV.2015.304): milder on what is rare but large where it is;
- \`effectiveNumber\`: (1 − β) / (1 − βⁿ) for n samples of the class (Cui et al. 2019, arXiv:1901.05555), scaled to a
  mean of 1: each further sample of a class adds less that is new.

Background gets a weight like a class, since the loss counts its pixels; ignored pixels count nowhere. Background is
not compared with the classes: it is the most of nearly every medical image. A ratio of more than 100 to 1 between
classes is commonly called high class imbalance (Leevy et al. 2018, doi:10.1186/s40537-018-0151-6).

Coverage counts labelled samples: those whose classes could be read, and the others.`,
  defaultSeverity: "warning",
  needs: ["masks", "annotations"],
  options: {
    maxRatio: {
      type: "number",
      default: 100,
      minimum: 1,
      unit: "ratio",
      description: "Largest ratio between the most and a less frequent class (in pixels or boxes, otherwise in samples)."
    },
    beta: {
      type: "number",
      default: 0.999,
      minimum: 0,
      maximum: 0.999999,
      unit: "β (0 to below 1)",
      description: "β of the weights by the effective number of samples: 0 weighs all classes the same, close to 1 by inverse frequency."
    }
  },
  messages: {
    rare: {
      text: "{name} is {ratio} times rarer than {most} ({share%} of the labelled {unit})",
      fix: "Weight the loss by class, sample images with {name} more often, or label more of them."
    },
    result: { text: "{classes|class|classes}, the most frequent {ratio} times the least ({unit})" },
    single: { text: "one class only: {name}, {share%} of all {unit}" },
    "no-classes": { text: "no label names a class that could be read" }
  },
  run(dataset, options2) {
    const presence = findClassPresence(dataset);
    const coverage2 = { evaluated: presence.bySample.size, unavailable: presence.unavailable };
    const all = listTallies(presence, presence.bySample.keys());
    const shown = all.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
    const most = shown[0];
    const least = shown.at(-1);
    if (!most || !least) return { skipped: { messageId: "no-classes", data: {} }, coverage: coverage2 };
    const { unit } = presence;
    const total = shown.reduce((sum2, { amount }) => sum2 + amount, 0);
    const background = tallyBackground(presence);
    const whole = unit === "samples" ? presence.bySample.size : total + background.amount;
    const measure = (tallies) => {
      const sum2 = tallies.reduce((amounts, { amount }) => amounts + amount, 0);
      return Object.fromEntries(
        tallies.map(({ name, amount, samples, subjects }) => [
          name,
          {
            ...unit !== "samples" && { [unit]: amount },
            share: sum2 === 0 ? 0 : amount / sum2,
            samples,
            subjects: subjects.length
          }
        ])
      );
    };
    const findings = shown.flatMap(({ name, amount, samples, subjects }) => {
      const ratio2 = most.amount / amount;
      if (ratio2 <= options2.maxRatio) return [];
      return [
        {
          key: name,
          messageId: "rare",
          data: { name, most: most.name, ratio: ratio2, share: amount / total, unit },
          samples: [],
          evidence: {
            [unit]: amount,
            samples,
            subjects: subjects.length,
            ratio: ratio2,
            maximumRatio: options2.maxRatio
          }
        }
      ];
    });
    return {
      coverage: coverage2,
      measurements: {
        unit,
        imbalanceRatio: most.amount / least.amount,
        classes: measure(all),
        ...background.amount > 0 && {
          background: { pixels: background.amount, share: background.amount / whole }
        },
        splits: Object.fromEntries(
          [...spreadOverSplits(presence.bySample.keys())].map(([split, members]) => [
            split,
            measure(listTallies(presence, members))
          ])
        ),
        weights: weighClasses([background, ...shown], presence, options2.beta)
      },
      findings,
      summary: shown.length === 1 ? { messageId: "single", data: { name: most.name, share: most.amount / whole, unit } } : { messageId: "result", data: { classes: shown.length, ratio: most.amount / least.amount, unit } }
    };
  }
});
function listTallies(presence, samples) {
  const tallies = tallyClasses(samples, presence);
  const nothing = { amount: 0, samples: 0, subjects: [], around: 0 };
  return presence.classes.map((name) => ({ name, ...tallies.get(name) ?? nothing }));
}
function tallyBackground({ bySample, background }) {
  const tally = { name: "background", amount: 0, samples: 0, subjects: [], around: 0 };
  for (const [sample2, pixels] of background) {
    if (pixels === 0) continue;
    tally.amount += pixels;
    tally.samples++;
    tally.around += pixels + sumAmounts(bySample.get(sample2) ?? /* @__PURE__ */ new Map());
  }
  return tally;
}
function weighClasses(tallies, { bySample, unit }, beta) {
  const shown = tallies.filter(({ amount }) => amount > 0);
  const by = (read) => new Map(shown.map((tally) => [tally.name, read(tally)]));
  const frequencies = by(({ amount, around }) => amount / (unit === "samples" ? bySample.size : around));
  const typical = median([...frequencies.values()]);
  return {
    inverseFrequency: weighByInverse(by(({ amount }) => amount)),
    medianFrequency: Object.fromEntries(
      [...frequencies].map(([name, frequency]) => [name, typical / frequency])
    ),
    effectiveNumber: weighByEffectiveNumber(
      by(({ samples }) => samples),
      beta
    )
  };
}

// src/checks/duplicates/identical-images.ts
function findIdenticalImages({
  samples,
  images
}) {
  const alike = /* @__PURE__ */ new Map();
  let evaluated = 0;
  let blank = 0;
  for (const sample2 of samples) {
    const image = images.get(sample2.id);
    if (image?.kind !== "image") continue;
    evaluated++;
    if (image.deviation === 0) {
      blank++;
      continue;
    }
    const others = alike.get(image.pixelsHash);
    if (others) others.push({ sample: sample2, image });
    else alike.set(image.pixelsHash, [{ sample: sample2, image }]);
  }
  const clusters = [...alike.values()].filter(({ length }) => length > 1).map((shown) => ({
    samples: shown.map(({ sample: sample2 }) => sample2),
    haveSameBytes: new Set(shown.map(({ image }) => image.bytesHash)).size === 1,
    pixelsHash: shown[0]?.image.pixelsHash ?? ""
  })).sort((a, b) => compareText(a.samples[0]?.id ?? "", b.samples[0]?.id ?? ""));
  return { clusters, evaluated, unavailable: samples.length - evaluated, blank };
}

// src/checks/leakage/sample-graph.ts
function buildSampleGraph(dataset) {
  const linksOf = /* @__PURE__ */ new Map();
  const addLink = (link) => {
    const links = linksOf.get(link.from);
    if (links) links.push(link);
    else linksOf.set(link.from, [link]);
  };
  const tieTogether = (from, to, tie) => {
    addLink({ from, to, tie });
    addLink({ from: to, to: from, tie });
  };
  const hubs = /* @__PURE__ */ new Map();
  const tieToHub = (name, sample2, tie) => {
    const key = JSON.stringify(name);
    const hub = hubs.get(key);
    if (hub) tieTogether(hub, sample2, tie);
    else hubs.set(key, sample2);
  };
  for (const sample2 of dataset.samples) {
    const { subject: subject2, groups } = sample2;
    if (subject2 !== void 0) tieToHub(["subject", subject2], sample2, { kind: "subject", subject: subject2 });
    for (const [group2, id] of Object.entries(groups))
      tieToHub(["group", group2, subject2 ?? "", id, String(subject2 === void 0)], sample2, {
        kind: "group",
        group: group2,
        id
      });
  }
  for (const { samples } of findIdenticalImages(dataset).clusters) {
    const [first, ...others] = samples;
    for (const other of others) if (first) tieTogether(first, other, { kind: "pixels" });
  }
  const byId = new Map(dataset.samples.map((sample2) => [sample2.id, sample2]));
  for (const { tree, likeness } of dataset.nearDuplicates?.clusters ?? [])
    for (const pair of likeness === "copy" ? tree : []) {
      const a = byId.get(pair.a);
      const b = byId.get(pair.b);
      if (a && b) tieTogether(a, b, { kind: "copy", pair });
    }
  return { linksOf, components: listComponents(dataset.samples, linksOf) };
}
function listComponents(samples, linksOf) {
  const seen = /* @__PURE__ */ new Set();
  const components = [];
  for (const start of samples) {
    if (seen.has(start) || !linksOf.has(start)) continue;
    seen.add(start);
    const component = [start];
    for (const sample2 of component)
      for (const { to } of linksOf.get(sample2) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        component.push(to);
      }
    components.push(component);
  }
  return components;
}
function findPath({ linksOf }, sources, isTarget) {
  const arrivals = new Map(sources.map((source) => [source, void 0]));
  const queue = [...sources];
  for (const sample2 of queue) {
    if (isTarget(sample2)) return traceBack(sample2, arrivals);
    for (const link of linksOf.get(sample2) ?? []) {
      if (arrivals.has(link.to)) continue;
      arrivals.set(link.to, link);
      queue.push(link.to);
    }
  }
  return void 0;
}
function traceBack(end, arrivals) {
  const path = [];
  for (let link = arrivals.get(end); link; link = arrivals.get(link.from)) path.unshift(link);
  return path;
}

// node_modules/leven/index.js
var array = [];
var characterCodeCache = [];
function leven(first, second, options2) {
  if (first === second) {
    return 0;
  }
  const maxDistance = options2?.maxDistance;
  const swap = first;
  if (first.length > second.length) {
    first = second;
    second = swap;
  }
  let firstLength = first.length;
  let secondLength = second.length;
  while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
    firstLength--;
    secondLength--;
  }
  let start = 0;
  while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) {
    start++;
  }
  firstLength -= start;
  secondLength -= start;
  if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) {
    return maxDistance;
  }
  if (firstLength === 0) {
    return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
  }
  let bCharacterCode;
  let result;
  let temporary;
  let temporary2;
  let index = 0;
  let index2 = 0;
  while (index < firstLength) {
    characterCodeCache[index] = first.charCodeAt(start + index);
    array[index] = ++index;
  }
  while (index2 < secondLength) {
    bCharacterCode = second.charCodeAt(start + index2);
    temporary = index2++;
    result = index2;
    for (index = 0; index < firstLength; index++) {
      temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
      temporary = array[index];
      result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
    }
    if (maxDistance !== void 0) {
      let rowMinimum = result;
      for (index = 0; index < firstLength; index++) {
        if (array[index] < rowMinimum) {
          rowMinimum = array[index];
        }
      }
      if (rowMinimum > maxDistance) {
        return maxDistance;
      }
    }
  }
  array.length = firstLength;
  characterCodeCache.length = firstLength;
  return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}

// src/checks/baseline/low-score.ts
var lowestGood = {
  dice: 0.7,
  dsc: 0.7,
  dicescore: 0.7,
  dicecoefficient: 0.7,
  meandice: 0.7,
  f: 0.7,
  fscore: 0.7,
  iou: 0.538,
  miou: 0.538,
  meaniou: 0.538,
  jaccard: 0.538,
  jaccardindex: 0.538,
  auc: 0.7,
  auroc: 0.7,
  rocauc: 0.7
};
function findLowestGood(metric) {
  const name = metric.toLowerCase().replaceAll(/[^a-z]/g, "");
  return Object.hasOwn(lowestGood, name) ? lowestGood[name] : void 0;
}

// src/checks/baseline/published.ts
var published = defineCheck({
  id: "baseline/published",
  summary: "What did others reach on this dataset, and can it be compared?",
  description: `A published score is the cheapest experiment there is: it says what can be expected before a model is
trained. It can be compared with a score of one's own only where both are measured on the same split, domain and classes,
and where no subject stands in two splits. The config lists the scores under \`baseline.published\`; each is shown with
what keeps it from being compared.

A low score is a sign of the limits of the data, if other people have tried: below 0.7 by Dice (from which an overlap is
called good: Zijdenbos et al. 1994, doi:10.1109/42.363096), 0.538 by Jaccard's index (the same overlap), and 0.7 by the
area under the ROC curve (acceptable discrimination: Hosmer and Lemeshow 2000). Other metrics are not judged.

Coverage counts published scores.`,
  defaultSeverity: "info",
  needs: [],
  options: {},
  messages: {
    low: {
      text: "{citation} reports {metric} {value}{on}, which is low: below {good}",
      fix: "Find out what limited it there (labels, images, subjects) before tuning a model on the same data."
    },
    "other-split": {
      text: "{citation} reports {metric} {value} on the split {split}, which is none of this dataset",
      fix: "Score your model on the split of the publication too, or do not set the two scores side by side."
    },
    "no-split": {
      text: "{citation} reports {metric} {value}, and it is not said on which split",
      fix: "Write the split of the publication as `split`; where it names none, do not set the two scores side by side."
    },
    "other-domain": {
      text: "{citation} reports {metric} {value}{on}, not on {domains}",
      fix: "Do not set it beside a score on another domain."
    },
    "other-classes": {
      text: "{citation} reports {metric} {value} over {classes}, not over the classes that are declared",
      fix: "Compare a mean over the same classes."
    },
    "leaking-split": {
      text: "{subjects|subject stands|subjects stand} in more than one split: a score on this split is too good to be set beside {metric} {value} ({citation})",
      fix: "Put each subject into one split first; `leakage/subject` names them."
    },
    result: { text: "{scores|published score|published scores}, {comparable} comparable; {best}" },
    "no-scores": { text: "the config lists no published score" }
  },
  run(dataset) {
    const scores = dataset.publishedScores ?? [];
    if (scores.length === 0) return { skipped: { messageId: "no-scores", data: {} } };
    const place = describePlace(dataset);
    const judged = scores.map((score) => ({ score, findings: judgeScore(score, place) }));
    const byKey = new Map(
      judged.flatMap(({ findings }) => findings).map((finding) => [finding.key, finding])
    );
    const isComparable = (findings) => findings.every(({ messageId }) => messageId === "low");
    const comparable = judged.filter(({ findings }) => isComparable(findings));
    return {
      coverage: { evaluated: scores.length, unavailable: 0 },
      measurements: {
        published: judged.map(({ score, findings }) => ({
          ...toJson(score),
          isComparable: isComparable(findings),
          isLow: findings.some(({ messageId }) => messageId === "low")
        }))
      },
      findings: [...byKey.values()],
      summary: {
        messageId: "result",
        data: {
          scores: scores.length,
          comparable: comparable.length,
          best: scores.slice(0, scoresShown).map(({ metric, value }) => `${metric} ${value}`)
        }
      }
    };
  }
});
var scoresShown = 3;
function describePlace({ samples, labels, task }) {
  const subjects = groupBy(samples, ({ subject: subject2 }) => subject2);
  return {
    splits: [...spreadOverSplits(samples).keys()],
    domains: task.targetDomain === void 0 ? sortedUnique(samples.flatMap(({ domain }) => domain === void 0 ? [] : [domain])) : [task.targetDomain],
    classes: sortedUnique(labels.classes.map(({ name }) => name)),
    leakingSubjects: [...subjects.values()].filter((members) => spreadOverSplits(members).size > 1).length
  };
}
function judgeScore(score, place) {
  const { metric, value, on, split, classes, citation } = score;
  const good = findLowestGood(metric);
  const isOtherClasses = classes !== void 0 && place.classes.length > 0 && sortedUnique(classes).join("\n") !== place.classes.join("\n");
  const reasons = [
    good !== void 0 && value < good && "low",
    split === void 0 && "no-split",
    split !== void 0 && !place.splits.includes(split) && "other-split",
    on !== void 0 && place.domains.length > 0 && !place.domains.includes(on) && "other-domain",
    isOtherClasses && "other-classes",
    place.leakingSubjects > 0 && "leaking-split"
  ];
  const data = {
    metric,
    value,
    citation,
    on: on === void 0 ? "" : ` on ${on}`,
    split: split ?? "",
    classes: classes ?? [],
    domains: place.domains,
    good: good ?? 0,
    subjects: place.leakingSubjects
  };
  return reasons.filter((reason) => reason !== false).map((reason) => ({
    key: [reason, metric, on ?? "", split ?? "", citation].join(" | "),
    messageId: reason,
    data,
    samples: [],
    evidence: toJson(score)
  }));
}
function toJson({ classes, ...score }) {
  return { ...score, ...classes && { classes: [...classes] } };
}

// src/checks/baseline/measure-baseline.ts
function measureBaseline(result) {
  const { status, reason, input, task, trainer, model, environment, settings, samples, notes, resources } = result;
  return toJson2({
    status,
    // The sentence stands in the finding: it may name files.
    ...reason && { reason: reason.code },
    ...input && { input },
    ...task !== void 0 && { task },
    trainer,
    ...model && { model },
    ...environment && { environment },
    ...settings && { settings },
    ...samples && { samples },
    notes,
    stages: result.stages,
    curves: result.curves,
    ...resources && { resources }
  });
}
function toJson2(value) {
  return Object.fromEntries(
    Object.entries(value).flatMap(
      ([key, entry]) => entry === void 0 ? [] : [[key, toValue(entry)]]
    )
  );
}
function toValue(value) {
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value === "object" && value !== null) return toJson2(value);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

// src/checks/baseline/smoke.ts
var options = {
  maxOverfitLoss: {
    type: "number",
    default: 0.1,
    minimum: 0,
    maximum: 1,
    unit: "share (0–1)",
    description: "Largest loss on the batch that was learned by heart, as a share of its first loss."
  },
  maxShuffledGain: {
    type: "number",
    default: 0.05,
    minimum: 0,
    maximum: 1,
    unit: "score (0–1)",
    description: "Most that a model trained with the labels of other images may score above the trivial predictor."
  },
  maxLossShare: {
    type: "number",
    default: 0.9,
    minimum: 0,
    maximum: 1,
    unit: "share (0–1)",
    description: "Largest loss at the end of training, as a share of that at its beginning."
  },
  minGain: {
    type: "number",
    default: 0.05,
    minimum: 0,
    maximum: 1,
    unit: "score (0–1)",
    description: "Least that the model has to score above the trivial predictor."
  },
  maxDomainGap: {
    type: "number",
    default: 0.1,
    minimum: 0,
    maximum: 1,
    unit: "score (0–1)",
    description: "Most that the score in the domain of training may be above that in the target domain."
  },
  maxHalfInterval: {
    type: "number",
    default: 0.1,
    minimum: 0,
    maximum: 1,
    unit: "score (0–1)",
    description: "Largest half width of the 95 % interval of the score, overall and in the target domain."
  },
  maxInflation: {
    type: "number",
    default: 0.05,
    minimum: 0,
    maximum: 1,
    unit: "score (0–1)",
    description: "Most that leakage may add to the score: of the images that leak, or, where there is no model that has not seen what they belong to, of their split against a division without the leak."
  }
};
var smoke = defineCheck({
  id: "baseline/smoke",
  summary: "Did a small standard model learn from the audited samples, and is its score to be believed?",
  description: `A model that does not learn may have a broken pipeline, useless labels or too little data; its score alone
does not say which. So \`holdout baseline run\` trains a small standard model (MONAI; or a trainer of your own) on
exactly the audited samples and splits, and this check judges what came of it, one question a stage:

1. **overfit**: can it learn a single batch by heart? If not, images, labels, loss and optimiser do not fit together.
2. **shuffled**: trained with the labels of other images, it must not score above the trivial predictor; where it does,
   the score measures something else than what the labels say of the image. With a dozen images it can do so by chance.
3. **learning**: does the loss fall, and does the model beat the best prediction that is the same for every image (the
   mean mask, the majority class)?
4. **score**: how well does it do on what was held out, as a mean over subjects with a 95 % interval over subjects
   (bootstrap; Student's for two to four subjects; one subject says nothing), and how much worse in the target domain
   than in the domain that it mostly learned from?
5. **leak**, where a subject, group or picture stands in two splits: how much better is the score of the images that
   leak than by models that have not seen what they belong to? That compares like with like, so it is judged. Where it
   cannot be had, the score on the split is judged against that on a division without the leak, which has other images.

Scores are Dice by image and class, averaged over the classes that label or prediction show; for a class an image that
is the share of hits. [The guide](../../baseline.md) tells how the trainer works and how to read its numbers.

Coverage counts the stages: those with a result, and the others. Without a result the check is skipped, "not run": that
is no pass. So it is with a result of another state of the dataset, whose digest is another.`,
  defaultSeverity: "warning",
  needs: [],
  options,
  messages: {
    unfinished: {
      text: "the run is {status}: {reason}",
      fix: "Mend what it says and run the baseline again; stages that it did not come to are not judged."
    },
    "not-overfit": {
      text: "one batch of {images|image|images} is not learned by heart in {steps|step|steps}: its loss goes from {first} to {last}",
      fix: "Look at images and labels as the model gets them: wrong palette, shifted or empty masks, constant images. More steps (`baseline.steps`) help where the loss is still falling."
    },
    shuffled: {
      text: "with the labels of other images the model scores {score}, the trivial predictor {trivial}",
      fix: "Look for what makes the score without the label: copies of an image with other names, or a trainer that sees the held-out labels."
    },
    flat: {
      text: "the loss does not fall: from {first} to {last} in {steps|step|steps}",
      fix: "Look at images and labels of training; train longer (`baseline.steps`) where one batch can be learned by heart."
    },
    trivial: {
      text: "on {split} the model scores {score}, the trivial predictor {trivial}",
      fix: "The labels cannot be told from the images with this much data: check the labels, then label more subjects."
    },
    gap: {
      text: "the score is {high} in the domain {training} and {low} in {target}, {difference} less",
      fix: "Label more subjects of {target}, or bring the images of the two domains closer together (see domain/shift)."
    },
    wide: {
      text: "the score of {name} is {score}, 95 % interval {low} to {high}: {subjects|subject|subjects} cannot say more",
      fix: "Hold out more subjects; more images of the same ones do not help."
    },
    inflated: {
      text: "leakage adds {inflation} (95 % interval {low} to {high}) to the score of {images|image|images} of {split}: {with} by a model that has seen what they belong to, {without} by one that has not",
      fix: "Mend the split: `holdout split` proposes one."
    },
    "inflated-split": {
      text: "leakage adds {inflation} to the score on {split}: {with} with it, {without} on a division without",
      fix: "Mend the split: `holdout split` proposes one."
    },
    clean: {
      text: "it learned: {score} on {images|held-out image|held-out images}, {trivial} by the trivial predictor"
    },
    judged: {
      text: "{findings|thing|things} wrong; it scores {score} on {images|held-out image|held-out images}"
    },
    "judged-early": { text: "{findings|thing|things} wrong; the run came to {stages|stage|stages}" },
    "clean-early": { text: "nothing wrong in {stages|stage|stages}, and no score" },
    "not-run": { text: "not run: no result of a baseline was given" },
    "no-stage": { text: "the result has no stage that could be judged" },
    stale: {
      text: "not run on this state of the dataset: the result is of {found}, the dataset is {expected}"
    }
  },
  run({ baseline, task }, thresholds) {
    if (!baseline) return { skipped: { messageId: "not-run", data: {} } };
    if (!isOfThisState(baseline)) return { skipped: describeStale(baseline) };
    const { result } = baseline;
    const { stages } = result;
    const findings = [
      ...findUnfinished(result),
      ...findBrokenPipeline(stages, thresholds),
      ...findNothingLearned(stages, thresholds),
      ...findGap(stages, thresholds),
      ...findWideIntervals(stages, task.targetDomain, thresholds),
      ...findInflation(stages, thresholds)
    ];
    const evaluated = Object.keys(stages).length;
    if (evaluated === 0 && findings.length === 0) return { skipped: { messageId: "no-stage", data: {} } };
    return {
      coverage: { evaluated, unavailable: Math.max(0, stagesOfEveryRun - countCommon(stages)) },
      measurements: measureBaseline(result),
      findings,
      summary: summarize(stages, evaluated, findings.length)
    };
  }
});
var stagesOfEveryRun = 4;
function countCommon({ overfit, shuffled, learning, score }) {
  return [overfit, shuffled, learning, score].filter((stage) => stage !== void 0).length;
}
function isOfThisState({ result: { input, status, stages }, expectedDigest }) {
  if (input) return input.digest === expectedDigest;
  return status !== "finished" && Object.keys(stages).length === 0;
}
var shownDigits = 12;
function describeStale({ result, expectedDigest }) {
  const found = result.input?.digest.slice(0, shownDigits) ?? "an unknown one";
  return { messageId: "stale", data: { found, expected: expectedDigest.slice(0, shownDigits) } };
}
function summarize({ score, learning }, stages, findings) {
  const overall = score?.overall;
  if (overall && typeof overall.score === "number") {
    const shown = { score: overall.score, images: overall.images };
    if (findings > 0) return { messageId: "judged", data: { findings, ...shown } };
    if (typeof learning?.trivialScore === "number")
      return { messageId: "clean", data: { ...shown, trivial: learning.trivialScore } };
  }
  return findings > 0 ? { messageId: "judged-early", data: { findings, stages } } : { messageId: "clean-early", data: { stages } };
}
function findUnfinished({ status, reason }) {
  if (status === "finished") return [];
  const code = reason?.code ?? status;
  const message = reason?.message ?? "it was ended before it could say why";
  return [
    {
      key: "unfinished",
      messageId: "unfinished",
      data: { status: status === "running" ? "not at its end" : status, reason: message },
      samples: [],
      evidence: { status, code, message }
    }
  ];
}
function findBrokenPipeline({ overfit, shuffled }, thresholds) {
  const findings = [];
  const { maxOverfitLoss, maxShuffledGain } = thresholds;
  if (overfit && overfit.lastLoss > maxOverfitLoss * overfit.firstLoss) {
    const { images, steps, firstLoss: first, lastLoss: last } = overfit;
    findings.push(
      describeFinding("not-overfit", { images, steps, first, last }, { maximumShare: maxOverfitLoss })
    );
  }
  const gain = subtract(shuffled?.score, shuffled?.trivialScore);
  if (shuffled && gain !== void 0 && gain > maxShuffledGain) {
    const { score, trivialScore: trivial } = shuffled;
    findings.push(describeFinding("shuffled", { score, trivial }, { gain, maximumGain: maxShuffledGain }));
  }
  return findings;
}
function findNothingLearned({ learning }, thresholds) {
  if (!learning) return [];
  const findings = [];
  const { maxLossShare, minGain } = thresholds;
  const { steps, firstLoss: first, lastLoss: last, split, score, trivialScore: trivial } = learning;
  if (last > maxLossShare * first)
    findings.push(describeFinding("flat", { steps, first, last }, { maximumShare: maxLossShare }));
  const gain = subtract(score, trivial);
  if (gain !== void 0 && gain < minGain)
    findings.push(describeFinding("trivial", { split, score, trivial }, { gain, minimumGain: minGain }));
  return findings;
}
function findGap({ score }, { maxDomainGap }) {
  const gap = score?.domainGap;
  if (!score || !gap || gap.difference <= maxDomainGap) return [];
  const { training, target, difference } = gap;
  const high = findScore(score.domains, training);
  const low = findScore(score.domains, target);
  if (high === void 0 || low === void 0) return [];
  return [
    describeFinding("gap", { training, target, high, low, difference }, { maximumGap: maxDomainGap }, target)
  ];
}
function findWideIntervals({ score }, targetDomain, { maxHalfInterval }) {
  if (!score) return [];
  const target = score.domains.length > 1 ? score.domains.filter(({ name }) => name === targetDomain) : [];
  const rows2 = [
    { ...score.overall, name: "all that was held out", key: "overall" },
    ...target.slice(0, 1).map((row) => ({ ...row, name: `the domain ${row.name}`, key: `domain ${row.name}` }))
  ];
  return rows2.flatMap(({ key, name, score: value, subjects, images, interval }) => {
    if (!interval || value === null) return [];
    const { low, high, method } = interval;
    if ((high - low) / 2 <= maxHalfInterval) return [];
    const evidence = { images, method, halfWidth: (high - low) / 2, maximumHalfWidth: maxHalfInterval };
    return [describeFinding("wide", { name, score: value, low, high, subjects }, evidence, key)];
  });
}
function findInflation({ leak }, { maxInflation }) {
  if (!leak) return [];
  const { split, paired } = leak;
  const limits = { maximumInflation: maxInflation };
  if (typeof paired?.inflation === "number") {
    const { inflation: inflation2, images, seenScore, unseenScore, interval } = paired;
    if (inflation2 <= maxInflation) return [];
    const { low, high } = interval;
    const data2 = { split, inflation: inflation2, low, high, images, with: seenScore, without: unseenScore };
    const { units, folds, trainingImages, unseenTrainingImages } = paired;
    const evidence = {
      ...limits,
      units,
      folds,
      trainingImages,
      unseenTrainingImages,
      method: interval.method
    };
    return [describeFinding("inflated", data2, evidence, "same images")];
  }
  const { inflation, declaredScore, cleanScore = null } = leak;
  if (typeof inflation !== "number" || inflation <= maxInflation) return [];
  const data = { split, inflation, with: declaredScore, without: cleanScore };
  return [describeFinding("inflated-split", data, limits, "clean split")];
}
function findScore(rows2, wanted) {
  return rows2.find(({ name }) => name === wanted)?.score ?? void 0;
}
function subtract(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : void 0;
}
function describeFinding(messageId, data, limits, about2) {
  return {
    key: about2 === void 0 ? messageId : `${messageId}: ${about2}`,
    messageId,
    data,
    samples: [],
    evidence: { ...data, ...limits }
  };
}

// src/checks/classes/coverage.ts
var coverage = defineCheck({
  id: "classes/coverage",
  summary: "Is every class seen in every split and domain, and in more than a subject or two?",
  description: `A class that the test set does not show is not tested; one that the target domain does not show has to
be learned from another domain alone; one that comes from a single subject is that subject's anatomy. Subjects are
counted by domain, or over the whole dataset where no domain is known. Only splits and domains with labelled samples
are asked.

A class may show in many test images and few test subjects: its score is then that of a patient or two. Over two
subjects, the 95 % interval of a mean is nine deviations wide to each side (Student's t), over three 2.5; hence the
default of \`minTestSubjects\`. A test set with fewer subjects in all is the matter of \`subjects/count\`.

Coverage counts labelled samples: those whose classes could be read, and the others.`,
  defaultSeverity: "warning",
  needs: ["masks", "annotations"],
  options: {
    minSubjects: {
      type: "integer",
      default: 2,
      minimum: 0,
      unit: "subjects",
      description: "Fewest subjects that show a class in a domain where it occurs, or in the dataset."
    },
    minTestSubjects: {
      type: "integer",
      default: 3,
      minimum: 0,
      unit: "subjects",
      description: "Fewest subjects of the test split that show a class, where the split has as many."
    }
  },
  messages: {
    absent: {
      text: "{name} is declared, but no label shows it",
      fix: "Label samples that show {name}, or remove the class."
    },
    "absent-in": {
      text: "{name} is missing from the {kind} {place}",
      fix: "Label samples of {place} that show {name}, or leave the class out of the task."
    },
    "few-subjects": {
      text: "in {place}, {name} comes from {subjects|subject|subjects} only",
      fix: "Label {name} in more subjects of {place}."
    },
    "few-in-test": {
      text: "in the test split, {name} comes from {subjects|subject|subjects} of {all} only",
      fix: "Move whole subjects that show {name} into the test split, or report no score for {name}."
    },
    clean: { text: "{classes|class|classes}, each seen in every split and domain" },
    gaps: {
      text: "{gaps|gap|gaps} in {classes|class|classes} over {places|split or domain|splits and domains}"
    },
    "no-classes": { text: "no label names a class that could be read" }
  },
  run(dataset, options2) {
    const presence = findClassPresence(dataset);
    const { classes, bySample, unavailable } = presence;
    const coverage2 = { evaluated: bySample.size, unavailable };
    if (bySample.size === 0 || classes.length === 0) {
      return { skipped: { messageId: "no-classes", data: {} }, coverage: coverage2 };
    }
    const labelled2 = [...bySample.keys()];
    const splits2 = tallyPlaces(spreadOverSplits(labelled2), presence);
    const domains = tallyPlaces(
      groupBy(labelled2, (sample2) => sample2.domain),
      presence
    );
    const all = tallyClasses(labelled2, presence);
    const test = splits2.get("test");
    const testSubjects = subjectsOf(test?.members ?? []).length;
    const findings = [];
    for (const name of classes) {
      if (!all.has(name)) {
        findings.push({
          key: name,
          messageId: "absent",
          data: { name },
          samples: [],
          evidence: { labelled: labelled2.length }
        });
        continue;
      }
      for (const [kind, places] of [
        ["split", splits2],
        ["domain", domains]
      ]) {
        for (const [place, { tallies, members }] of places) {
          if (tallies.has(name)) continue;
          const evidence = { labelled: members.length };
          findings.push({
            key: `${name}@${kind}:${place}`,
            messageId: "absent-in",
            data: { name, kind, place },
            samples: [],
            evidence
          });
        }
      }
      for (const [place, { tallies }] of domains.size > 0 ? domains : [["the dataset", { tallies: all }]]) {
        const { samples: samples2 = 0, subjects: subjects2 = [] } = tallies.get(name) ?? {};
        if (subjects2.length === 0 || subjects2.length >= options2.minSubjects) continue;
        findings.push({
          key: domains.size > 0 ? `${name}@subjects:${place}` : `${name}@subjects`,
          messageId: "few-subjects",
          data: { name, place, subjects: subjects2.length },
          samples: [],
          subjects: subjects2,
          evidence: { samples: samples2, minimumSubjects: options2.minSubjects }
        });
      }
      const { samples = 0, subjects = [] } = test?.tallies.get(name) ?? {};
      if (subjects.length > 0 && subjects.length < options2.minTestSubjects && testSubjects >= options2.minTestSubjects) {
        findings.push({
          key: `${name}@test`,
          messageId: "few-in-test",
          data: { name, subjects: subjects.length, all: testSubjects },
          samples: [],
          subjects,
          evidence: { samples, minimumSubjects: options2.minTestSubjects }
        });
      }
    }
    const countShown2 = (places) => Object.fromEntries(
      [...places].map(([place, { tallies }]) => [
        place,
        Object.fromEntries(classes.map((name) => [name, tallies.get(name)?.samples ?? 0]))
      ])
    );
    return {
      coverage: coverage2,
      measurements: { samplesBySplit: countShown2(splits2), samplesByDomain: countShown2(domains) },
      findings,
      summary: findings.length > 0 ? {
        messageId: "gaps",
        data: { gaps: findings.length, classes: classes.length, places: splits2.size + domains.size }
      } : { messageId: "clean", data: { classes: classes.length } }
    };
  }
});
function tallyPlaces(places, presence) {
  return new Map(
    [...places].map(([place, members]) => [place, { members, tallies: tallyClasses(members, presence) }])
  );
}

// src/checks/composition/label-table.ts
function tabulateLabels({ samples, labels }) {
  const rows2 = /* @__PURE__ */ new Map();
  for (const sample2 of samples) {
    const { domain = null, splits: splits2, classes } = sample2;
    const side = isLabelled(sample2, labels) ? "labelled" : "unlabelled";
    for (const split of splits2.length === 0 ? [null] : splits2) {
      for (const name of classes.length === 0 ? [null] : classes) {
        const key = JSON.stringify([split, domain, name]);
        const row = rows2.get(key) ?? { split, domain, class: name, labelled: 0, unlabelled: 0 };
        row[side]++;
        rows2.set(key, row);
      }
    }
  }
  return [...rows2.values()].sort(
    (a, b) => compareSplits(a.split ?? "", b.split ?? "") || compareText(a.domain ?? "", b.domain ?? "") || compareText(a.class ?? "", b.class ?? "")
  );
}

// src/checks/composition/labelled.ts
var labelled = defineCheck({
  id: "composition/labelled",
  summary: "Is enough of the target domain labelled?",
  description: `A dataset can be large and still hold little of what the model has to learn: labelled images from the
domain it will meet. Their share of all images is measured, and the labelled and unlabelled images of every domain and
split are counted. The default threshold of 5 % lies just above the case this check was made for: 60 labelled real
frames among 1,543, on which a model that did well on synthetic frames failed.

The number that matters most is that of labelled samples of the target domain, and of the subjects behind them, in each
split. The table counts labelled and unlabelled samples by split, domain and the class that the manifest gives;
\`subjects/count\` has the classes that masks and boxes show.

Coverage counts samples.`,
  defaultSeverity: "warning",
  needs: [],
  options: {
    minTargetShare: {
      type: "number",
      default: 0.05,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Smallest share of all samples that is labelled and from the target domain."
    }
  },
  messages: {
    none: {
      text: "no sample{target} is labelled",
      fix: "Label samples of the domain that the model will meet, or correct `labels` and `samples.columns.label`."
    },
    few: {
      text: "only {labelled|labelled image|labelled images}{target}{from}, {share%} of {samples|image|images}",
      fix: "Label more samples of the domain that the model will meet before training longer."
    },
    "unlabelled-split": {
      text: "no sample{target} in {split} is labelled",
      fix: "Label samples of {split}, or move whole labelled subjects into it."
    },
    result: {
      text: "{labelled|labelled image|labelled images}{target}{from}, {share%} of {samples|image|images}"
    },
    "no-labels": { text: "no labels are declared" },
    "no-samples": { text: "the dataset holds no sample" }
  },
  run(dataset, options2) {
    const { samples, labels, task } = dataset;
    if (labels.kind === "none") return { skipped: { messageId: "no-labels", data: {} } };
    if (samples.length === 0) return { skipped: { messageId: "no-samples", data: {} } };
    const target = ofTarget(dataset);
    const usable = usableTargetSamples(dataset);
    const subjects = subjectsOf(usable).length;
    const data = {
      labelled: usable.length,
      samples: samples.length,
      share: usable.length / samples.length,
      target,
      from: subjects === 0 ? "" : ` from ${formatQuantity(subjects, "subject")}`,
      missing: Math.max(0, Math.ceil(options2.minTargetShare * samples.length) - usable.length)
    };
    const countLabels = (members) => ({
      samples: members.length,
      labelled: members.filter((sample2) => isLabelled(sample2, labels)).length,
      labelledInTarget: members.filter(
        (sample2) => isLabelled(sample2, labels) && isInTargetDomain(sample2, task)
      ).length
    });
    const splits2 = spreadOverSplits(samples);
    const findings = [];
    if (usable.length === 0) {
      findings.push({
        key: "none",
        messageId: "none",
        data,
        samples: [],
        evidence: { samples: samples.length }
      });
    } else {
      if (data.share < options2.minTargetShare) {
        const evidence = { labelled: usable.length, share: data.share, minimumShare: options2.minTargetShare };
        findings.push({ key: "target", messageId: "few", data, samples: [], evidence });
      }
      for (const [split, members] of splits2) {
        if (members.some((sample2) => isLabelled(sample2, labels) && isInTargetDomain(sample2, task))) continue;
        const evidence = { samples: members.length };
        findings.push({
          key: `split:${split}`,
          messageId: "unlabelled-split",
          data: { target, split },
          samples: [],
          evidence
        });
      }
    }
    const table = tabulateLabels(dataset);
    return {
      coverage: { evaluated: samples.length, unavailable: 0 },
      measurements: {
        target: {
          labelled: usable.length,
          subjects,
          share: data.share,
          splits: mapValues(spreadOverSplits(usable), (members) => ({
            labelled: members.length,
            subjects: subjectsOf(members).length
          }))
        },
        domains: mapValues(
          groupBy(samples, (sample2) => sample2.domain),
          countLabels
        ),
        splits: mapValues(splits2, countLabels),
        bySplitDomainAndClass: table.slice(0, maxRows),
        rowsLeftOut: Math.max(0, table.length - maxRows)
      },
      findings,
      summary: { messageId: usable.length === 0 ? "none" : "result", data }
    };
  }
});
var maxRows = 500;
function mapValues(groups, count2) {
  return Object.fromEntries([...groups].map(([key, members]) => [key, count2(members)]));
}

// src/checks/composition/splits.ts
var splits = defineCheck({
  id: "composition/splits",
  summary: "Are the splits there, known by name and of a useful size?",
  description: `A split that is misspelled is a split that no training script reads. Names are understood in the usual
spellings (\`train\`, \`training\`, \`tr\`; \`val\`, \`valid\`, \`dev\`; \`test\`, \`tst\`); others are kept as splits
of their own and reported. A dataset with splits needs at least \`train\` and \`test\`.

Coverage counts samples: those that stand in a split, and the others.`,
  defaultSeverity: "warning",
  needs: [],
  options: {
    minShare: {
      type: "number",
      default: 0.05,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Smallest share of the samples that a split may hold."
    }
  },
  messages: {
    unknown: {
      text: "{samples|sample stands|samples stand} in a split called {name}",
      fix: "Name the split train, val or test, or remove it."
    },
    misspelled: {
      text: "{samples|sample stands|samples stand} in a split called {name}; did you mean {suggestion}?",
      fix: "Name the split {suggestion} if that is what is meant."
    },
    missing: { text: "there is no {split} split", fix: "Set whole subjects aside as {split}." },
    small: {
      text: "{split} holds {samples|sample|samples}, {share%} of all",
      fix: "Move whole subjects into {split}."
    },
    unassigned: {
      text: "{samples|sample stands|samples stand} in no split",
      fix: "Assign every sample to a split, by subject."
    },
    result: { text: "{splits}" },
    "no-splits": { text: "no sample stands in a split" }
  },
  run({ samples, problems }, options2) {
    const assigned = samples.filter((sample2) => sample2.splits.length > 0);
    const coverage2 = { evaluated: assigned.length, unavailable: samples.length - assigned.length };
    if (assigned.length === 0) return { skipped: { messageId: "no-splits", data: {} }, coverage: coverage2 };
    const spread = spreadOverSplits(assigned);
    const findings = [];
    for (const problem of problems) {
      if (problem.kind !== "unknown-split") continue;
      const { name, suggestion, location } = problem;
      findings.push({
        key: `name:${name}`,
        messageId: suggestion === void 0 ? "unknown" : "misspelled",
        data: { name, samples: problem.samples, ...suggestion !== void 0 && { suggestion } },
        samples: [],
        ...location && { location },
        evidence: { samples: problem.samples, ...suggestion !== void 0 && { suggestion } }
      });
    }
    for (const split of ["train", "test"]) {
      if (spread.has(split)) continue;
      const evidence = { splits: [...spread.keys()] };
      findings.push({
        key: `missing:${split}`,
        messageId: "missing",
        data: { split },
        samples: [],
        evidence
      });
    }
    for (const [split, members] of spread) {
      const share2 = members.length / assigned.length;
      if (share2 >= options2.minShare) continue;
      const evidence = { samples: members.length, share: share2, minimumShare: options2.minShare };
      findings.push({
        key: `small:${split}`,
        messageId: "small",
        data: { split, samples: members.length, share: share2 },
        samples: [],
        evidence
      });
    }
    if (coverage2.unavailable > 0) {
      findings.push({
        key: "unassigned",
        messageId: "unassigned",
        data: { samples: coverage2.unavailable },
        samples: samples.filter((sample2) => sample2.splits.length === 0).map((sample2) => sample2.id),
        evidence: { samples: coverage2.unavailable }
      });
    }
    const sizes = Object.fromEntries([...spread].map(([split, members]) => [split, members.length]));
    return {
      coverage: coverage2,
      measurements: { splits: sizes, unassigned: coverage2.unavailable },
      findings,
      summary: {
        messageId: "result",
        data: { splits: Object.entries(sizes).map(([split, size2]) => `${split} ${formatCount(size2)}`) }
      }
    };
  }
});

// src/statistics/contingency-table.ts
function tabulate(rows2, columns, rowCount, columnCount) {
  const counts = new Float64Array(rowCount * columnCount);
  const rowTotals = new Array(rowCount).fill(0);
  const columnTotals = new Array(columnCount).fill(0);
  for (let unit = 0; unit < rows2.length; unit++) {
    const row = rows2[unit] ?? 0;
    const column = columns[unit] ?? 0;
    const at = row * columnCount + column;
    counts[at] = (counts[at] ?? 0) + 1;
    rowTotals[row] = (rowTotals[row] ?? 0) + 1;
    columnTotals[column] = (columnTotals[column] ?? 0) + 1;
  }
  const cells = [...counts].flatMap(
    (count2, at) => count2 === 0 ? [] : [{ row: Math.floor(at / columnCount), column: at % columnCount, count: count2 }]
  );
  return { cells, rowTotals, columnTotals, total: rows2.length };
}
function chiSquared({ cells, rowTotals, columnTotals, total }) {
  const ratios = cells.map(
    ({ row, column, count: count2 }) => count2 ** 2 / ((rowTotals[row] ?? 0) * (columnTotals[column] ?? 0))
  );
  return Math.max(0, total * (ratios.reduce((sum2, ratio2) => sum2 + ratio2, 0) - 1));
}
function correctedCramersV(table) {
  const { total } = table;
  const rows2 = countFilled(table.rowTotals);
  const columns = countFilled(table.columnTotals);
  if (rows2 < 2 || columns < 2 || total < 2) return void 0;
  const byChance = (rows2 - 1) * (columns - 1) / (total - 1);
  const association = Math.max(0, chiSquared(table) / total - byChance);
  const correct = (values2) => values2 - (values2 - 1) ** 2 / (total - 1);
  const freedom = Math.min(correct(rows2), correct(columns)) - 1;
  return freedom <= 0 ? void 0 : Math.min(1, Math.sqrt(association / freedom));
}
function countFilled(totals) {
  return totals.filter((total) => total > 0).length;
}

// src/statistics/held-out-prediction.ts
function balancedAccuracy({ cells, columnTotals }) {
  const judged = columnTotals.filter((total) => total > 1).length;
  if (judged < 2 || judged < columnTotals.filter((total) => total > 0).length) return void 0;
  const byRow = /* @__PURE__ */ new Map();
  for (const { row, column, count: count2 } of cells) {
    const others = byRow.get(row);
    if (others) others.push({ column, count: count2 });
    else byRow.set(row, [{ column, count: count2 }]);
  }
  let accuracy = 0;
  for (const { row, column, count: count2 } of cells) {
    const total = columnTotals[column] ?? 0;
    const own = (count2 - 1) / (total - 1);
    const rivals = byRow.get(row)?.filter((cell) => cell.column !== column) ?? [];
    const isGuessed = rivals.every((rival) => rival.count / (columnTotals[rival.column] ?? 1) < own);
    if (isGuessed && own > 0) accuracy += count2 / total / judged;
  }
  return accuracy;
}

// src/statistics/permutation-test.ts
function permuteColumns(rows2, columns, { level, draws: draws2 }) {
  const measure = measureAssociation(rows2, columns);
  const observed = measure(columns) * (1 - 1e-9);
  const dealt = Uint32Array.from(columns);
  const nextBelow = drawFrom(dealt.length);
  let reached = 0;
  let drawn = 0;
  while (drawn < draws2 && (1 + reached) / (1 + draws2) <= level) {
    shuffle(dealt, nextBelow);
    if (measure(dealt) >= observed) reached++;
    drawn++;
  }
  return { pValue: (1 + reached) / (1 + drawn), draws: drawn };
}
function smallestPValue(columnTotals) {
  let logWays = 0;
  let dealt = 0;
  for (const total of columnTotals) {
    for (let unit = 1; unit <= total; unit++) {
      dealt++;
      logWays += Math.log(dealt / unit);
    }
  }
  return Math.exp(-logWays);
}
function measureAssociation(rows2, columns) {
  const width3 = countValues(columns);
  const rowTotals = countEach(rows2);
  const columnTotals = countEach(columns);
  const counts = new Uint32Array(rowTotals.length * width3);
  const weights = Float64Array.from(counts, (_, at) => {
    const expected = (rowTotals[Math.floor(at / width3)] ?? 0) * (columnTotals[at % width3] ?? 0);
    return expected === 0 ? 0 : 1 / expected;
  });
  return (dealt) => {
    counts.fill(0);
    for (let unit = 0; unit < rows2.length; unit++) {
      const at = (rows2[unit] ?? 0) * width3 + (dealt[unit] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    let total = 0;
    for (let at = 0; at < counts.length; at++) total += (counts[at] ?? 0) ** 2 * (weights[at] ?? 0);
    return total;
  };
}
function countEach(values2) {
  const totals = new Array(countValues(values2)).fill(0);
  for (let unit = 0; unit < values2.length; unit++) {
    const value = values2[unit] ?? 0;
    totals[value] = (totals[value] ?? 0) + 1;
  }
  return totals;
}
function countValues(values2) {
  let most = -1;
  for (let unit = 0; unit < values2.length; unit++) most = Math.max(most, values2[unit] ?? 0);
  return most + 1;
}
function shuffle(values2, nextBelow) {
  for (let last = values2.length - 1; last > 0; last--) {
    const other = nextBelow(last + 1);
    const kept = values2[last] ?? 0;
    values2[last] = values2[other] ?? 0;
    values2[other] = kept;
  }
}
function drawFrom(seed) {
  let state = (seed ^ 2654435769) >>> 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return Math.floor(state / 4294967296 * bound);
  };
}

// src/checks/domain/confound-units.ts
function formUnits(samples) {
  const alone = samples.filter(({ subject: subject2 }) => subject2 === void 0).map((sample2) => [sample2]);
  return [...groupBy(samples, ({ subject: subject2 }) => subject2).values(), ...alone];
}
var otherValues = "(others)";
function codeUnits(units, readValue, maxValues3) {
  const values2 = units.map((unit) => findMajority(unit.map(readValue)));
  const frequencies = countEach2(values2);
  const ranked = [...frequencies].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([name]) => name);
  const isCut = ranked.length > maxValues3;
  const told = isCut ? ranked.slice(0, maxValues3 - 1) : ranked;
  const names = isCut ? [...told, otherValues] : told;
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const nameFor = (value) => codeOf.has(value) ? value : otherValues;
  return {
    names,
    codes: values2.map((value) => value === void 0 ? void 0 : codeOf.get(nameFor(value))),
    nameFor
  };
}
function findMajority(values2) {
  if (values2.every((value) => value === values2[0])) return values2[0];
  const ranked = [...countEach2(values2)].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return ranked[0]?.[0];
}
function countEach2(values2) {
  const counts = /* @__PURE__ */ new Map();
  for (const value of values2) if (value !== void 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

// src/checks/domain/confound-classes.ts
var maxClasses = 50;
var maxClassesAsked = 12;
var present = "yes";
function listClassQuestions(presence, units) {
  const { bySample } = presence;
  const isSingle = presence.unit === "samples" && [...bySample.values()].every((shown) => shown.size === 1);
  const questions = isSingle ? [askClass(presence, units)] : chooseClasses(presence).map((name) => askPresence(name, presence, units));
  return questions.filter(({ answers }) => answers.names.length > 1);
}
function askClass({ bySample }, units) {
  const classOf = (sample2) => bySample.get(sample2)?.keys().next().value;
  const answers = codeUnits(units, classOf, maxClasses);
  const { names, nameFor } = answers;
  return {
    answers,
    columnsOfInterest: [...names.keys()],
    nameOf: (column) => names[column] ?? "",
    shows: (column) => (sample2) => {
      const name = classOf(sample2);
      return name !== void 0 && nameFor(name) === names[column];
    }
  };
}
function askPresence(name, { bySample }, units) {
  const isShown = (sample2) => bySample.get(sample2)?.has(name) ?? false;
  const answers = codeUnits(units, (sample2) => isShown(sample2) ? present : "no", 2);
  return {
    about: name,
    answers,
    columnsOfInterest: answers.names.flatMap((answer, code) => answer === present ? [code] : []),
    nameOf: () => name,
    shows: () => isShown
  };
}
function chooseClasses({ bySample }) {
  const samples = /* @__PURE__ */ new Map();
  for (const shown of bySample.values())
    for (const name of shown.keys()) samples.set(name, (samples.get(name) ?? 0) + 1);
  return [...samples].sort(([a, m], [b, n]) => n - m || compareText(a, b)).slice(0, maxClassesAsked).map(([name]) => name);
}

// src/checks/domain/confound-facts.ts
var confoundFacts = [
  "domain",
  "site",
  "size",
  "format",
  "bit-depth",
  "channels",
  "folder",
  "name"
];
function readFacts({ images }, classes) {
  const classNames2 = new Set(classes.map((name) => name.toLowerCase()));
  const ofImage = (read) => ({ id }) => {
    const image = images.get(id);
    return image?.kind === "image" ? read(image) : void 0;
  };
  return {
    domain: ({ domain }) => domain,
    site: ({ site }) => site,
    size: ofImage(({ width: width3, height }) => `${width3} × ${height}`),
    format: ofImage(({ format }) => format.toUpperCase()),
    "bit-depth": ofImage(({ bitDepth }) => String(bitDepth)),
    channels: ofImage(({ channels }) => String(channels)),
    folder: ({ id }) => {
      const folders = id.split("/").slice(0, -1);
      return folders.map((folder) => describeName(folder, classNames2)).join("/");
    },
    name: ({ id }) => describeName(id.slice(id.lastIndexOf("/") + 1).replace(/\.[^.]*$/, ""), classNames2)
  };
}
var longestName = 200;
function describeName(name, classNames2) {
  const words2 = name.slice(0, longestName).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !classNames2.has(word)).map((word) => /^[0-9a-f]{16,}$/.test(word) ? "0" : word.replaceAll(/\d+/g, "0"));
  return words2.length === 0 ? "…" : words2.join(" ");
}

// src/checks/domain/confound.ts
var confound = defineCheck({
  id: "domain/confound",
  summary: "Can the class be told from the domain, the site, the size or the kind of file alone?",
  description: `Where all images of one class come from one scanner, a model can learn the scanner in place of the
disease, score well on the test set and fail elsewhere; so it went with radiographs that were told by the hospital they
came from (Zech et al. 2018, doi:10.1371/journal.pmed.1002683) and with COVID data sets put together from several
sources (DeGrave et al. 2021, doi:10.1038/s42256-021-00338-7). Compared with the class are facts that are known without
looking at what an image shows: domain, site (the part of the subject before its \`/\`), size, format, bit depth,
channels, folder and file name. In folders and names, numbers count as one another and words that are a class do not
count; a folder for each class is a label and no finding, and neither folder nor name is one where domain or site tell
the class already. Of labels that show several classes (masks, boxes), the
presence of each class is compared, of at most the twelve that most samples show.

Every subject counts once, with what most of its images have; an image whose subject is unknown counts on its own. A
finding needs three things. The association, Cramér's V with Bergsma's correction (2013, doi:10.1016/j.jkss.2012.10.002),
is at least \`minAssociation\`; the default, 0.3, is Cohen's mark of a medium one (1992, doi:10.1037/0033-2909.112.1.155).
The class of a held-out subject is told from the fact by the others more often than by chance: by the class that most
often goes with the value, in balanced accuracy. And chance alone makes it unlikely: the classes are dealt out anew to
whole subjects 1,999 times (to at most 1,000 of them), and the share of deals that are as associated is at most 0.05
over the number of comparisons (Bonferroni). The p-value never decides alone. Where so few subjects cannot reach it,
whatever their classes, the result says that they are too few to tell.

Coverage counts labelled samples: those whose class could be read, and the others.`,
  defaultSeverity: "warning",
  needs: ["images", "masks", "annotations"],
  options: {
    minAssociation: {
      type: "number",
      default: 0.3,
      minimum: 0,
      maximum: 1,
      unit: "Cramér's V (0–1)",
      description: "Association of class and fact, over subjects, from which there is a finding."
    }
  },
  messages: {
    domain: {
      text: "{name} can be told by its domain: {share%} of its images are of {value}, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: "Add images of {name} from the other domains and of other classes from {value}, or compare classes within a domain."
    },
    site: {
      text: "{name} can be told by its site: {share%} of its images come from {value}, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: "Add images of {name} from the other sites and of other classes from {value}, and test on a site of its own."
    },
    size: {
      text: "{name} can be told by the size of the picture: {share%} of its images have {value} pixels, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: "Find out where the sizes come from. Resizing alone hides the difference and leaves its traces; images of all classes from one source do not have it."
    },
    format: {
      text: "{name} can be told by the file's format: {share%} of its images are {value}, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: "Export all classes from their sources in one lossless format; converting what was compressed keeps its traces."
    },
    "bit-depth": {
      text: "{name} can be told by the bit depth: {share%} of its images have {value} bits a channel, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: "Export all classes from their sources with one bit depth and one window."
    },
    channels: {
      text: "{name} can be told by the number of channels: {share%} of its images have {value}, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: "Find out why some images are in colour, and export all classes in one way."
    },
    folder: {
      text: "{name} can be told by its folder: {share%} of its images lie in a folder like “{value}”, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: "A model does not see the folder, but what lies apart often comes from another source: find out, and declare the sources as domains."
    },
    name: {
      text: "{name} can be told by the name of its file: {share%} of its images are called like “{value}”, {otherShare%} of the others (Cramér's V {association}; {accuracy%} of held-out {kind} right, by chance {chance%})",
      fix: "A model does not see the name, but what is named otherwise often comes from another source: find out, and declare the sources as domains."
    },
    clean: { text: "no class can be told from {facts}, over {units} {kind}" },
    "too-few": {
      text: "{units} {kind} are too few to tell whether the class can be told from {facts}"
    },
    constant: { text: "nothing to tell a class from: all images are of one kind" },
    found: { text: "the class can be told from {facts}, over {units} {kind}" },
    "no-classes": { text: "fewer than two classes, or none that could be read" }
  },
  run(dataset, { minAssociation }) {
    const presence = findClassPresence(dataset);
    const coverage2 = { evaluated: presence.bySample.size, unavailable: presence.unavailable };
    const labelled2 = [...presence.bySample.keys()];
    const units = formUnits(labelled2);
    const questions = listClassQuestions(presence, units);
    if (questions.length === 0) return { skipped: { messageId: "no-classes", data: {} }, coverage: coverage2 };
    const readers2 = readFacts(dataset, presence.classes);
    const comparisons = confoundFacts.flatMap(
      (fact) => compareWithClasses(fact, units, readers2[fact], questions)
    );
    const level = allowedFalseAlarms / Math.max(1, comparisons.length);
    const judged = comparisons.map((comparison) => judge(comparison, minAssociation, level));
    const isSourceKnown = judged.some(({ fact, isTold }) => isTold && (fact === "domain" || fact === "site"));
    const findings = confoundFacts.flatMap((fact) => {
      if (isSourceKnown && (fact === "folder" || fact === "name")) return [];
      const told = judged.filter((one) => one.fact === fact && one.isTold).sort((a, b) => b.association - a.association);
      const [strongest] = told;
      return strongest ? [describeFinding2(strongest, told, readers2[fact], labelled2)] : [];
    });
    const kind = labelled2.some(({ subject: subject2 }) => subject2 !== void 0) ? "subjects" : "images";
    const toldFacts = findings.map(({ messageId }) => nameFact(messageId));
    const facts = [...new Set(comparisons.map(({ fact }) => fact))];
    const canTell = comparisons.some(({ table }) => smallestPValue(table.columnTotals) <= level);
    const words2 = { units: units.length, kind, facts: facts.map(nameFact) };
    if (findings.length === 0 && comparisons.length > 0 && !canTell)
      return { skipped: { messageId: "too-few", data: words2 }, coverage: coverage2 };
    return {
      coverage: coverage2,
      measurements: {
        units: units.length,
        comparisons: judged.map(measureComparison),
        imagesByClassAndDomain: tallyDomains(presence)
      },
      findings: findings.map((finding) => ({
        ...finding,
        data: { ...finding.data, kind, facts: toldFacts }
      })),
      summary: {
        messageId: findings.length > 0 ? "found" : comparisons.length === 0 ? "constant" : "clean",
        data: findings.length > 0 ? { ...words2, facts: toldFacts } : words2
      }
    };
  }
});
function nameFact(id) {
  return id.replaceAll("-", " ");
}
var allowedFalseAlarms = 0.05;
var permutations = 1999;
var maxPermutedUnits = 1e3;
var maxValues = 50;
function compareWithClasses(fact, units, read, questions) {
  const values2 = codeUnits(units, read, maxValues);
  if (values2.names.length < 2) return [];
  return questions.flatMap((question) => {
    const rows2 = [];
    const columns = [];
    values2.codes.forEach((row, unit) => {
      const column = question.answers.codes[unit];
      if (row === void 0 || column === void 0) return;
      rows2.push(row);
      columns.push(column);
    });
    const table = tabulate(rows2, columns, values2.names.length, question.answers.names.length);
    const association = correctedCramersV(table);
    if (association === void 0 || fact === "folder" && isOneToOne(table)) return [];
    return [{ fact, question, table, association, values: values2, rows: rows2, columns }];
  });
}
function isOneToOne({ cells, rowTotals, columnTotals }) {
  const filled = (totals) => totals.filter((total) => total > 0).length;
  return cells.length === filled(rowTotals) && cells.length === filled(columnTotals);
}
function judge(comparison, minAssociation, level) {
  const { table, association, rows: rows2, columns } = comparison;
  const accuracy = balancedAccuracy(table);
  const isAssociated = association > 0 && association >= minAssociation;
  if (!isAssociated || accuracy === void 0 || accuracy <= chanceOf(table))
    return { ...comparison, accuracy, pValue: void 0, isTold: false };
  const pick = (values2) => {
    const step = Math.max(1, values2.length / maxPermutedUnits);
    return Array.from(
      { length: Math.min(values2.length, maxPermutedUnits) },
      (_, at) => values2[Math.floor(at * step)]
    ).filter((value) => value !== void 0);
  };
  const { pValue } = permuteColumns(pick(rows2), pick(columns), { level, draws: permutations });
  return { ...comparison, accuracy, pValue, isTold: pValue <= level };
}
function chanceOf({ columnTotals }) {
  return 1 / columnTotals.filter((total) => total > 0).length;
}
function describeFinding2(strongest, told, read, labelled2) {
  const { fact, question, values: values2, table, association, accuracy = 0 } = strongest;
  const { row, column } = findTellingCell(table, question.columnsOfInterest);
  const value = values2.names[row] ?? "";
  const hasValue = (sample2) => {
    const own = read(sample2);
    return own !== void 0 && values2.nameFor(own) === value;
  };
  const known = labelled2.filter((sample2) => read(sample2) !== void 0);
  const isOfClass = question.shows(column);
  const ofClass = known.filter(isOfClass);
  const others = known.filter((sample2) => !isOfClass(sample2));
  const shareOf = (members) => members.length === 0 ? 0 : members.filter(hasValue).length / members.length;
  return {
    key: fact,
    messageId: fact,
    data: {
      name: question.nameOf(column),
      fact: nameFact(fact),
      value,
      share: shareOf(ofClass),
      otherShare: shareOf(others),
      association,
      accuracy,
      chance: chanceOf(table)
    },
    samples: [],
    evidence: {
      units: table.total,
      comparisons: told.slice(0, maxValues).map(measureComparison)
    }
  };
}
function findTellingCell({ cells, rowTotals, columnTotals, total }, columns) {
  const ranked = cells.filter(({ column }) => columns.includes(column)).map(({ row, column, count: count2 }) => {
    const own = columnTotals[column] ?? 0;
    const otherShare = ((rowTotals[row] ?? 0) - count2) / (total - own);
    return { row, column, otherShare, difference: Math.round(1e9 * (count2 / own - otherShare)) };
  }).sort((a, b) => b.difference - a.difference || a.otherShare - b.otherShare);
  return ranked[0] ?? { row: 0, column: 0 };
}
function measureComparison(comparison) {
  const { fact, question, table, association, accuracy, pValue, values: values2 } = comparison;
  return {
    fact,
    ...question.about !== void 0 && { class: question.about },
    values: values2.names.length,
    units: table.total,
    association,
    accuracy: accuracy ?? null,
    chance: chanceOf(table),
    pValue: pValue ?? null
  };
}
function tallyDomains({ bySample }) {
  const table = /* @__PURE__ */ new Map();
  for (const [sample2, shown] of bySample) {
    if (sample2.domain === void 0) continue;
    for (const name of shown.keys()) {
      const counts = table.get(name) ?? /* @__PURE__ */ new Map();
      counts.set(sample2.domain, (counts.get(sample2.domain) ?? 0) + 1);
      table.set(name, counts);
    }
  }
  const sizeOf = (counts) => [...counts.values()].reduce((a, b) => a + b, 0);
  return Object.fromEntries(
    [...table].sort(([a, m], [b, n]) => sizeOf(n) - sizeOf(m) || compareText(a, b)).slice(0, maxValues).map(([name, counts]) => [name, Object.fromEntries([...counts].slice(0, maxValues))])
  );
}

// src/statistics/divergence.ts
function jensenShannonDivergence(a, b) {
  let sum2 = 0;
  for (let bin = 0; bin < a.length; bin++) {
    const [p, q] = [a[bin] ?? 0, b[bin] ?? 0];
    const middle = (p + q) / 2;
    if (p > 0) sum2 += p * Math.log2(p / middle);
    if (q > 0) sum2 += q * Math.log2(q / middle);
  }
  return Math.max(0, sum2 / 2);
}
var leastShare = 1e-4;
function populationStabilityIndex(a, b) {
  let sum2 = 0;
  for (let bin = 0; bin < a.length; bin++) {
    const [p, q] = [Math.max(leastShare, a[bin] ?? 0), Math.max(leastShare, b[bin] ?? 0)];
    sum2 += (p - q) * Math.log(p / q);
  }
  return sum2;
}

// src/statistics/drawn-weights.ts
var lanes = 8;
function drawSubjects(weights, lane, from, end, random) {
  for (let row = from; row < end; row++) weights[row * lanes + lane] = 0;
  for (let taken = from; taken < end; taken++) {
    const at = (from + random.below(end - from)) * lanes + lane;
    weights[at] = (weights[at] ?? 0) + 1;
  }
}
function locateRows(rows2) {
  return Int32Array.from(rows2, (row) => row * lanes);
}

// src/statistics/dominance.ts
function orderValues(values2, firstCount) {
  const rows2 = Uint32Array.from(values2.keys()).sort((a, b) => (values2[a] ?? 0) - (values2[b] ?? 0));
  const first = rows2.filter((row) => row < firstCount);
  const second = rows2.filter((row) => row >= firstCount);
  const countFirst = (isCounted) => {
    let count2 = 0;
    return second.map((row) => {
      while (count2 < firstCount && isCounted(values2[first[count2] ?? 0] ?? 0, values2[row] ?? 0)) count2++;
      return count2;
    });
  };
  return {
    places: locateRows(rows2),
    gaps: Float64Array.from(rows2, (row, at) => (values2[rows2[at + 1] ?? row] ?? 0) - (values2[row] ?? 0)),
    parts: Float64Array.from(rows2, (row) => row < firstCount ? second.length : -firstCount),
    firstPlaces: locateRows(first),
    secondPlaces: locateRows(second),
    below: locateRows(countFirst((value, limit) => value < limit)),
    reached: locateRows(countFirst((value, limit) => value <= limit))
  };
}
function measureDominance(ordered) {
  const { gaps, parts, firstPlaces, secondPlaces, below, reached } = ordered;
  const pairs = firstPlaces.length * secondPlaces.length;
  let above = -pairs;
  for (let at = 0; at < below.length; at++) above += ((below[at] ?? 0) + (reached[at] ?? 0)) / lanes;
  let distance = 0;
  let apart = 0;
  for (let at = 0; at < gaps.length; at++) {
    apart += parts[at] ?? 0;
    distance += (gaps[at] ?? 0) * Math.abs(apart);
  }
  return { delta: above / pairs, distance: distance / pairs };
}
function placeOrdered(plan, ordered, seen, sums) {
  const [firstCount, secondCount] = [ordered.firstPlaces.length, ordered.secondPlaces.length];
  const count2 = ordered.places.length;
  const pairs = firstCount * secondCount;
  const places = plan.place(ordered.places);
  const gaps = plan.place(ordered.gaps);
  const parts = plan.place(ordered.parts);
  const first = plan.place(ordered.firstPlaces);
  const second = plan.place(ordered.secondPlaces);
  const below = plan.place(ordered.below);
  const reached = plan.place(ordered.reached);
  return {
    measure: ({ kernels, doubles }, weights, deltas, distances, to) => {
      kernels.weighPairs(first, firstCount, second, below, reached, secondCount, weights, seen, sums);
      for (let lane = 0; lane < lanes; lane++)
        deltas[to + lane] = ((doubles[sums / 8 + lane] ?? 0) - pairs) / pairs;
      kernels.weighGaps(places, gaps, parts, count2, weights, sums);
      for (let lane = 0; lane < lanes; lane++) distances[to + lane] = (doubles[sums / 8 + lane] ?? 0) / pairs;
    }
  };
}

// src/statistics/interval.ts
function percentileInterval(values2) {
  values2.sort();
  return { low: quantileOf(values2, 0.025), high: quantileOf(values2, 0.975) };
}
function quantileOf(sorted, rank) {
  const place = rank * (sorted.length - 1);
  const lower = sorted[Math.floor(place)] ?? NaN;
  const upper = sorted[Math.ceil(place)] ?? NaN;
  return lower === upper ? lower : lower + (upper - lower) * (place - Math.floor(place));
}

// src/statistics/kernels/plain-kernels.ts
var abreast = 2;
function makePlainKernels(memory) {
  const doubles = new Float64Array(memory);
  const integers = new Int32Array(memory);
  const at = (place) => doubles[place] ?? 0;
  const rowAt = (place) => integers[place] ?? 0;
  const weighShares = (rows2, shares, count2, weights, sums) => {
    const [row, share2, weight, to] = [rows2 / 4, shares / 8, weights / 8, sums / 8];
    for (let lane = 0; lane < lanes; lane += abreast) {
      let [a, b] = [0, 0];
      for (let entry = 0; entry < count2; entry++) {
        const place = weight + rowAt(row + entry) + lane;
        const of = at(share2 + entry);
        a += at(place) * of;
        b += at(place + 1) * of;
      }
      doubles[to + lane] = a;
      doubles[to + lane + 1] = b;
    }
  };
  const weighMoments = (figures, weights, from, end, sums, squares) => {
    const [figure, weight, to, toSquares] = [figures / 8, weights / 8, sums / 8, squares / 8];
    for (let lane = 0; lane < lanes; lane += abreast) {
      let [a, b, squaresA, squaresB] = [0, 0, 0, 0];
      for (let row = from; row < end; row++) {
        const value = at(figure + row);
        const weightedA = at(weight + row * lanes + lane) * value;
        const weightedB = at(weight + row * lanes + lane + 1) * value;
        a += weightedA;
        b += weightedB;
        squaresA += weightedA * value;
        squaresB += weightedB * value;
      }
      doubles[to + lane] = a;
      doubles[to + lane + 1] = b;
      doubles[toSquares + lane] = squaresA;
      doubles[toSquares + lane + 1] = squaresB;
    }
  };
  const weighPairs = (firstRows, firstCount, secondRows, below, reached, secondCount, weights, seen, sums) => {
    const [first, second, low, high] = [firstRows / 4, secondRows / 4, below / 4, reached / 4];
    const [weight, before, to] = [weights / 8, seen / 8, sums / 8];
    for (let lane = 0; lane < lanes; lane += abreast) {
      let [a, b] = [0, 0];
      for (let value = 0; value < firstCount; value++) {
        const place = weight + rowAt(first + value) + lane;
        const next = before + (value + 1) * lanes + lane;
        doubles[next] = a += at(place);
        doubles[next + 1] = b += at(place + 1);
      }
      a = b = 0;
      for (let value = 0; value < secondCount; value++) {
        const place = weight + rowAt(second + value) + lane;
        const lowest = before + rowAt(low + value) + lane;
        const highest = before + rowAt(high + value) + lane;
        a += at(place) * (at(lowest) + at(highest));
        b += at(place + 1) * (at(lowest + 1) + at(highest + 1));
      }
      doubles[to + lane] = a;
      doubles[to + lane + 1] = b;
    }
  };
  const weighGaps = (rows2, gaps, parts, count2, weights, sums) => {
    const [row, gap, part, weight, to] = [rows2 / 4, gaps / 8, parts / 8, weights / 8, sums / 8];
    for (let lane = 0; lane < lanes; lane += abreast) {
      let [a, b, apartA, apartB] = [0, 0, 0, 0];
      for (let value = 0; value < count2; value++) {
        const place = weight + rowAt(row + value) + lane;
        const of = at(part + value);
        const wide = at(gap + value);
        apartA += at(place) * of;
        apartB += at(place + 1) * of;
        a += wide * Math.abs(apartA);
        b += wide * Math.abs(apartB);
      }
      doubles[to + lane] = a;
      doubles[to + lane + 1] = b;
    }
  };
  return { weighShares, weighMoments, weighPairs, weighGaps };
}

// src/statistics/kernels/simd-binary.ts
var simdBinary = [
  "AGFzbQEAAAABHgNgBn9/f39/fwBgBX9/f39/AGAJf39/f39/f39/AAMFBAECAAAFBQEBAYAgB0AFC3dlaWdoU2hhcmVzAAAMd2Vp",
  "Z2hNb21lbnRzAAIKd2VpZ2hQYWlycwABCXdlaWdoR2FwcwADBm1lbW9yeQIACu8IBKQBAgV7AX8gASACQQN0aiEKA0AgASAKSQRA",
  "IAUgAyAAKAIAQQN0aiIC/QAEACAB/QoDACIJ/fIB/fABIQUgBiAC/QAEECAJ/fIB/fABIQYgByAC/QAEICAJ/fIB/fABIQcgCCAC",
  "/QAEMCAJ/fIB/fABIQggAUEIaiEBIABBBGohAAwBCwsgBCAF/QsEACAEIAb9CwQQIAQgB/0LBCAgBCAI/QsEMAvKAwICfwR7IAdB",
  "QGshCSAAIAFBAnRqIQoDQCAAIApJBEAgCyAGIAAoAgBBA3RqIgH9AAQA/fABIQsgDCAB/QAEEP3wASEMIA0gAf0ABCD98AEhDSAO",
  "IAH9AAQw/fABIQ4gCSAL/QsEACAJIAz9CwQQIAkgDf0LBCAgCSAO/QsEMCAAQQRqIQAgCUFAayEJDAELC/0MAAAAAAAAAAAAAAAA",
  "AAAAACEO/QwAAAAAAAAAAAAAAAAAAAAAIQ39DAAAAAAAAAAAAAAAAAAAAAAhDP0MAAAAAAAAAAAAAAAAAAAAACELIAIgBUECdGoh",
  "AANAIAAgAksEQCALIAYgAigCAEEDdGoiAf0ABAAgByADKAIAQQN0aiIF/QAEACAHIAQoAgBBA3RqIgn9AAQA/fAB/fIB/fABIQsg",
  "DCAB/QAEECAF/QAEECAJ/QAEEP3wAf3yAf3wASEMIA0gAf0ABCAgBf0ABCAgCf0ABCD98AH98gH98AEhDSAOIAH9AAQwIAX9AAQw",
  "IAn9AAQw/fAB/fIB/fABIQ4gA0EEaiEDIARBBGohBCACQQRqIQIMAQsLIAggC/0LBAAgCCAM/QsEECAIIA39CwQgIAggDv0LBDAL",
  "iwIBCnsgACADQQN0aiEDIAEgAkEGdGohASAAIAJBA3RqIQADQCAAIANJBEAgByAB/QAEACAA/QoDACIG/fIBIg/98AEhByAIIA8g",
  "Bv3yAf3wASEIIAkgAf0ABBAgBv3yASIP/fABIQkgCiAPIAb98gH98AEhCiALIAH9AAQgIAb98gEiD/3wASELIAwgDyAG/fIB/fAB",
  "IQwgDSAB/QAEMCAG/fIBIg/98AEhDSAOIA8gBv3yAf3wASEOIABBCGohACABQUBrIQEMAQsLIAQgB/0LBAAgBCAJ/QsEECAEIAv9",
  "CwQgIAQgDf0LBDAgBSAI/QsEACAFIAr9CwQQIAUgDP0LBCAgBSAO/QsEMAvtAQIKewF/IAEgA0EDdGohEANAIAEgEEkEQCAGIAH9",
  "CgMAIgogDCAEIAAoAgBBA3RqIgP9AAQAIAL9CgMAIgv98gH98AEiDP3sAf3yAf3wASEGIAcgCiANIAP9AAQQIAv98gH98AEiDf3s",
  "Af3yAf3wASEHIAggCiAOIAP9AAQgIAv98gH98AEiDv3sAf3yAf3wASEIIAkgCiAPIAP9AAQwIAv98gH98AEiD/3sAf3yAf3wASEJ",
  "IAFBCGohASACQQhqIQIgAEEEaiEADAELCyAFIAb9CwQAIAUgB/0LBBAgBSAI/QsEICAFIAn9CwQwCw=="
].join("");

// src/statistics/kernels/memory.ts
var firstByte = 1024;
var lineBytes = 64;
var pageBytes = 65536;
var MemoryPlan = class {
  #bytes = firstByte;
  #arrays = [];
  /** @returns where the array will lie, in bytes */
  place(array2) {
    const at = this.reserve(array2.byteLength / 8);
    this.#arrays.push({ at, array: array2 });
    return at;
  }
  /** @returns where as many doubles will lie, 0 at first, in bytes */
  reserve(doubles) {
    const at = this.#bytes;
    this.#bytes += lineBytes * Math.ceil(8 * doubles / lineBytes);
    return at;
  }
  /**
   * The memory with the arrays in it, until another is opened.
   * @param open for tests: opens memory of as many bytes
   */
  open(open = openMemory) {
    const { kernels, doubles } = open(this.#bytes);
    doubles.fill(0, firstByte / 8, this.#bytes / 8);
    for (const { at, array: array2 } of this.#arrays)
      new (array2 instanceof Int32Array ? Int32Array : Float64Array)(doubles.buffer, at, array2.length).set(
        array2
      );
    return { kernels, doubles };
  }
};
var simdModule;
function openMemory(bytes) {
  return openSimdMemory(bytes) ?? openPlainMemory(bytes);
}
function openSimdMemory(bytes) {
  try {
    simdModule ??= loadSimdModule();
    const { memory } = simdModule;
    const missing2 = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes);
    if (missing2 > 0) memory.grow(missing2);
    return { kernels: simdModule, doubles: new Float64Array(memory.buffer) };
  } catch {
    return void 0;
  }
}
function openPlainMemory(bytes) {
  const memory = new ArrayBuffer(pageBytes * Math.ceil(bytes / pageBytes));
  return { kernels: makePlainKernels(memory), doubles: new Float64Array(memory) };
}
function loadSimdModule() {
  const module = new WebAssembly.Module(Buffer.from(simdBinary, "base64"));
  return new WebAssembly.Instance(module).exports;
}

// src/statistics/seeded-random.ts
function seedRandom(seed) {
  let state = Math.imul(seed | 0, 2654435761) ^ 1540483477 || 1;
  return {
    below(bound) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return Math.floor((state >>> 0) / 2 ** 32 * bound);
    }
  };
}
function shuffle2(items, random) {
  const keyed = items.map((item) => ({ item, key: random.below(2 ** 32) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

// src/statistics/standardized-difference.ts
var manyDegrees = 1e3;
var corrections = tabulateCorrections();
function correctSmallSample(freedom) {
  return corrections[freedom] ?? 1 - 3 / (4 * freedom - 1);
}
function tabulateCorrections() {
  const table = new Float64Array(manyDegrees);
  let ratio2 = 1 / Math.sqrt(Math.PI);
  for (let m = 2; m < manyDegrees; m++) {
    table[m] = ratio2 / Math.sqrt(m / 2);
    ratio2 = (m - 1) / 2 / ratio2;
  }
  return table;
}

// src/statistics/subject-histograms.ts
function listCellShares({ starts, cells, shares }, cellCount, firstCount) {
  const counts = [new Uint32Array(cellCount), new Uint32Array(cellCount)];
  const border = starts[firstCount] ?? 0;
  cells.forEach((cell, entry) => {
    const count2 = counts[entry < border ? 0 : 1];
    count2[cell] = (count2[cell] ?? 0) + 1;
  });
  const room = (count2 = 0) => ({
    places: new Int32Array(count2),
    shares: new Float64Array(count2)
  });
  const listed = Array.from(
    { length: cellCount },
    (_, cell) => [room(counts[0][cell]), room(counts[1][cell])]
  );
  counts[0].fill(0);
  counts[1].fill(0);
  for (let row = 0; row + 1 < starts.length; row++) {
    const side = row < firstCount ? 0 : 1;
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      const cell = cells[entry] ?? 0;
      const into = listed[cell]?.[side];
      if (!into) continue;
      const at = counts[side][cell] ?? 0;
      counts[side][cell] = at + 1;
      into.places[at] = row * lanes;
      into.shares[at] = shares[entry] ?? 0;
    }
  }
  return listed;
}

// src/statistics/subject-table.ts
function standardizeColumns({
  width: width3,
  values: values2
}) {
  const rows2 = values2.length / width3;
  const means = new Float64Array(width3);
  const norms = new Float64Array(width3);
  const scores = new Float64Array(values2.length);
  for (let column = 0; column < width3; column++) {
    let sum2 = 0;
    let greatest = 0;
    for (let at = column; at < values2.length; at += width3) {
      sum2 += values2[at] ?? 0;
      greatest = Math.max(greatest, Math.abs(values2[at] ?? 0));
    }
    const mean = rows2 > 0 ? sum2 / rows2 : 0;
    let squares = 0;
    for (let at = column; at < values2.length; at += width3) squares += ((values2[at] ?? 0) - mean) ** 2;
    const norm = squares > rows2 * (1e-12 * greatest) ** 2 ? Math.sqrt(squares) : 0;
    means[column] = mean;
    norms[column] = norm;
    if (norm > 0)
      for (let at = column; at < values2.length; at += width3) scores[at] = ((values2[at] ?? 0) - mean) / norm;
  }
  return { means, norms, scores };
}
function columnOf({ width: width3, values: values2 }, column) {
  return Float64Array.from({ length: values2.length / width3 }, (_, row) => values2[row * width3 + column] ?? 0);
}

// src/statistics/bootstrap-effects.ts
var effectNames = ["difference", "effect", "delta", "distance", "divergence", "stability"];
function prepareSides(table, histograms) {
  const plan = new MemoryPlan();
  return {
    ...table,
    plan,
    weights: plan.reserve((table.firstCount + table.secondCount) * lanes),
    measures: [
      buildMomentMeasure(table, plan),
      buildDominanceMeasure(table, plan),
      buildHistogramMeasure(table, histograms, plan)
    ]
  };
}
function measureEffects(sides) {
  return measureDraws(sides, 1, (weights) => void weights.fill(1)).map(
    (draws2) => mapEffects(draws2, ([only = 0]) => only)
  );
}
function bootstrapEffects(sides, draws2, seed) {
  const { firstCount, secondCount } = sides;
  const random = seedRandom(seed);
  const drawn = measureDraws(sides, draws2, (weights) => {
    for (let lane = 0; lane < lanes; lane++) {
      drawSubjects(weights, lane, 0, firstCount, random);
      drawSubjects(weights, lane, firstCount, firstCount + secondCount, random);
    }
  });
  return drawn.map((effects) => mapEffects(effects, percentileInterval));
}
function measureDraws({ width: width3, firstCount, secondCount, plan, weights, measures }, draws2, weigh) {
  const room = Math.ceil(draws2 / lanes) * lanes;
  const into = Array.from({ length: width3 }, () => newDraws(room));
  const memory = plan.open();
  const drawn = memory.doubles.subarray(weights / 8, weights / 8 + (firstCount + secondCount) * lanes);
  for (let draw = 0; draw < draws2; draw += lanes) {
    weigh(drawn);
    for (const measure of measures) measure(memory, weights, into, draw);
  }
  return into.map((effects) => mapEffects(effects, (values2) => values2.subarray(0, draws2)));
}
function newDraws(draws2) {
  const make = () => new Float64Array(draws2);
  return {
    difference: make(),
    effect: make(),
    delta: make(),
    distance: make(),
    divergence: make(),
    stability: make()
  };
}
function mapEffects(effects, change) {
  const { difference, effect, delta, distance, divergence, stability } = effects;
  return {
    difference: change(difference),
    effect: change(effect),
    delta: change(delta),
    distance: change(distance),
    divergence: change(divergence),
    stability: change(stability)
  };
}
function buildDominanceMeasure(table, plan) {
  const { firstCount } = table;
  const seen = plan.reserve((firstCount + 1) * lanes);
  const sums = plan.reserve(lanes);
  const columns = columnsOf(table).flatMap(
    (values2, column) => values2.every((value) => value === values2[0]) ? [] : [{ column, placed: placeOrdered(plan, orderValues(values2, firstCount), seen, sums) }]
  );
  return (memory, weights, into, draw) => {
    for (const { column, placed } of columns) {
      const draws2 = into[column];
      if (draws2) placed.measure(memory, weights, draws2.delta, draws2.distance, draw);
    }
  };
}
var leastVariance = 1e-12;
function buildMomentMeasure(table, plan) {
  const { width: width3, firstCount, secondCount } = table;
  const { scores, norms } = standardizeColumns(table);
  const columns = columnsOf({ width: width3, values: scores }).flatMap((figures, column) => {
    const norm = norms[column] ?? 0;
    return norm > 0 ? [{ column, figures: plan.place(figures), norm }] : [];
  });
  const rows2 = firstCount + secondCount;
  const [firstSums, firstSquares] = [plan.reserve(lanes), plan.reserve(lanes)];
  const [secondSums, secondSquares] = [plan.reserve(lanes), plan.reserve(lanes)];
  const freedom = rows2 - 2;
  const correction = correctSmallSample(freedom);
  return ({ kernels, doubles }, weights, into, draw) => {
    const of = (sums, lane) => doubles[sums / 8 + lane] ?? 0;
    for (const { column, figures, norm } of columns) {
      const draws2 = into[column];
      if (!draws2) continue;
      kernels.weighMoments(figures, weights, 0, firstCount, firstSums, firstSquares);
      kernels.weighMoments(figures, weights, firstCount, rows2, secondSums, secondSquares);
      for (let lane = 0; lane < lanes; lane++) {
        const first = of(firstSums, lane);
        const second = of(secondSums, lane);
        const difference = second / secondCount - first / firstCount;
        const all = of(firstSquares, lane) + of(secondSquares, lane);
        const within = all - first ** 2 / firstCount - second ** 2 / secondCount;
        const deviation = within > leastVariance * all ? Math.sqrt(within / freedom) : 0;
        draws2.difference[draw + lane] = difference * norm;
        draws2.effect[draw + lane] = difference === 0 ? 0 : correction * difference / deviation;
      }
    }
  };
}
function buildHistogramMeasure({ width: width3, firstCount, secondCount }, histograms, plan) {
  const { bins: bins4 } = histograms;
  const cells = listCellShares(histograms, width3 * bins4, firstCount);
  const place = ({ places, shares }) => ({
    rows: plan.place(places),
    shares: plan.place(shares),
    count: shares.length
  });
  const columns = Array.from({ length: width3 }, (_, column) => ({
    column,
    cells: cells.slice(column * bins4, (column + 1) * bins4)
  })).filter(
    ({ cells: of }) => of.filter(([first2, second2]) => first2.shares.length + second2.shares.length > 0).length > 1
  ).map(({ column, cells: of }) => ({
    column,
    cells: of.map(([first2, second2]) => [place(first2), place(second2)])
  }));
  const [firstSums, secondSums] = [plan.reserve(bins4 * lanes), plan.reserve(bins4 * lanes)];
  const [first, second] = [new Float64Array(bins4), new Float64Array(bins4)];
  return ({ kernels, doubles }, weights, into, draw) => {
    for (const { column, cells: of } of columns) {
      const draws2 = into[column];
      if (!draws2) continue;
      of.forEach(([ofFirst, ofSecond], bin) => {
        const to = 8 * bin * lanes;
        kernels.weighShares(ofFirst.rows, ofFirst.shares, ofFirst.count, weights, firstSums + to);
        kernels.weighShares(ofSecond.rows, ofSecond.shares, ofSecond.count, weights, secondSums + to);
      });
      for (let lane = 0; lane < lanes; lane++) {
        for (let bin = 0; bin < bins4; bin++) {
          const at = bin * lanes + lane;
          first[bin] = (doubles[firstSums / 8 + at] ?? 0) / firstCount;
          second[bin] = (doubles[secondSums / 8 + at] ?? 0) / secondCount;
        }
        draws2.divergence[draw + lane] = jensenShannonDivergence(first, second);
        draws2.stability[draw + lane] = populationStabilityIndex(first, second);
      }
    }
  };
}
function columnsOf(table) {
  return Array.from({ length: table.width }, (_, column) => columnOf(table, column));
}

// src/statistics/needed-subjects.ts
var z = 1.959963984540054 + 0.8416212335729143;
function neededSubjects(effect, others) {
  const share2 = (effect / z) ** 2 - (others === void 0 ? 0 : 1 / others);
  return share2 > 0 ? Math.ceil((others === void 0 ? 2 : 1) / share2) : void 0;
}
function detectableEffect(first, second) {
  return z * Math.sqrt(1 / first + 1 / second);
}

// src/statistics/permute-subjects.ts
var tolerance = 1e-9;
function permuteSubjects(table, draws2, seed) {
  const { width: width3, firstCount, secondCount } = table;
  const scores = standardizeColumns(table).scores;
  const smallStart = firstCount <= secondCount ? 0 : firstCount;
  const smallCount = Math.min(firstCount, secondCount);
  const sums = new Float64Array(width3);
  const observed = new Float64Array(width3);
  for (let row = smallStart; row < smallStart + smallCount; row++) addRow(scores, width3, row, observed);
  observed.forEach((sum2, column) => observed[column] = Math.abs(sum2));
  const falling = Uint32Array.from(observed.keys()).sort(
    (a, b) => (observed[b] ?? 0) - (observed[a] ?? 0) || a - b
  );
  const reached = new Float64Array(width3);
  const count2 = (chosen) => {
    sums.fill(0);
    for (let at = 0; at < smallCount; at++) addRow(scores, width3, chosen[at] ?? 0, sums);
    let greatest = 0;
    for (let rank = width3 - 1; rank >= 0; rank--) {
      const column = falling[rank] ?? 0;
      greatest = Math.max(greatest, Math.abs(sums[column] ?? 0));
      if (greatest >= (observed[column] ?? 0) * (1 - tolerance)) reached[column] = (reached[column] ?? 0) + 1;
    }
  };
  const all = countArrangements(firstCount, secondCount);
  const isExact = all <= draws2;
  if (isExact) visitSubsets(firstCount + secondCount, smallCount, count2);
  else drawSubsets(firstCount + secondCount, smallCount, draws2, seed, count2);
  const pValues = new Float64Array(width3);
  let highest = 0;
  for (const column of falling) {
    const seen = reached[column] ?? 0;
    highest = Math.max(highest, isExact ? seen / all : (seen + 1) / (draws2 + 1));
    pValues[column] = highest;
  }
  const scale = (firstCount + secondCount) / (firstCount * secondCount);
  return { pValues, explained: observed.map((sum2) => Math.min(1, scale * sum2 * sum2)) };
}
function countArrangements(firstCount, secondCount) {
  let ways = 1;
  for (let place = 1; place <= Math.min(firstCount, secondCount); place++) {
    ways = ways * (Math.max(firstCount, secondCount) + place) / place;
    if (ways > Number.MAX_SAFE_INTEGER) return Infinity;
  }
  return Math.round(ways);
}
function smallestPermutationP(firstCount, secondCount) {
  if (firstCount === 0 || secondCount === 0) return 1;
  return (firstCount === secondCount ? 2 : 1) / countArrangements(firstCount, secondCount);
}
function addRow(scores, width3, row, sums) {
  const first = row * width3;
  for (let column = 0; column < width3; column++)
    sums[column] = (sums[column] ?? 0) + (scores[first + column] ?? 0);
}
function visitSubsets(total, size2, visit) {
  const chosen = Uint32Array.from({ length: size2 }, (_, at) => at);
  for (; ; ) {
    visit(chosen);
    let place = size2 - 1;
    while (place >= 0 && chosen[place] === total - size2 + place) place--;
    if (place < 0) return;
    let next = (chosen[place] ?? 0) + 1;
    for (; place < size2; place++) chosen[place] = next++;
  }
}
function drawSubsets(total, size2, draws2, seed, visit) {
  const random = seedRandom(seed);
  const rows2 = Uint32Array.from({ length: total }, (_, at) => at);
  for (let draw = 0; draw < draws2; draw++) {
    for (let at = 0; at < size2; at++) {
      const other = at + random.below(total - at);
      const row = rows2[at] ?? 0;
      rows2[at] = rows2[other] ?? 0;
      rows2[other] = row;
    }
    visit(rows2);
  }
}

// src/checks/domain/features.ts
var perceptibleFactor = Math.log2(1.05);
var faintest = 0.5;
var greyLevels = "grey levels";
var features = [
  levels("mean", "brightness", "brightness", ({ mean }) => mean, "is {} brighter", "is {} darker"),
  levels(
    "low",
    "shadows",
    "brightness",
    ({ low }) => low,
    "has shadows {} brighter",
    "has shadows {} darker"
  ),
  levels(
    "high",
    "highlights",
    "brightness",
    ({ high }) => high,
    "has highlights {} brighter",
    "has highlights {} darker"
  ),
  ratio(
    "deviation",
    "contrast",
    greyLevels,
    "contrast",
    faintest,
    (of) => of.deviation,
    "has {} × the contrast"
  ),
  share(
    "blackShare",
    "black pixels",
    "clipping",
    ({ blackShare }) => blackShare,
    "of its field of view black"
  ),
  share(
    "saturatedShare",
    "saturated pixels",
    "clipping",
    ({ saturatedShare }) => saturatedShare,
    "of its field of view saturated"
  ),
  ratio("noise", "noise", greyLevels, "noise", faintest, ({ noise }) => noise, "has {} × the noise"),
  ratio("speckle", "speckle", "", "noise", 5e-3, ({ speckle }) => speckle, "has {} × the speckle"),
  detail(1, "1 pixel"),
  detail(2, "2 pixels"),
  detail(4, "4 pixels"),
  detail(8, "8 pixels"),
  ratio(
    "gradient",
    "steepness of edges",
    "grey levels a pixel",
    "sharpness",
    faintest,
    ({ gradient }) => gradient,
    "has edges {} × as steep"
  ),
  plain(
    "correlation1",
    "correlation of neighbours",
    0.01,
    ({ correlation }) => correlation[0],
    "has neighbours correlated"
  ),
  plain(
    "correlation2",
    "correlation of next neighbours",
    0.01,
    ({ correlation }) => correlation[1],
    "has next neighbours correlated"
  ),
  plain(
    "spectralSlope",
    "exponent of the spectrum",
    0.05,
    ({ spectralSlope }) => spectralSlope,
    "has a spectrum of exponent"
  ),
  ratio(
    "blocking",
    "steps on the grid of JPEG",
    "",
    "compression",
    0.1,
    ({ blocking }) => blocking,
    "has {} × the steps on the grid of JPEG"
  ),
  levels(
    "colorfulness",
    "colourfulness",
    "colour",
    ({ colorfulness }) => colorfulness,
    "is {} more colourful",
    "is {} less colourful"
  ),
  levels("redness", "redness", "colour", ({ redness }) => redness, "is {} redder", "is {} greener"),
  levels(
    "yellowness",
    "yellowness",
    "colour",
    ({ yellowness }) => yellowness,
    "is {} yellower",
    "is {} bluer"
  ),
  size("width", "width", "pixels", ({ width: width3 }) => width3, "is {} × as wide in pixels"),
  size("height", "height", "pixels", ({ height }) => height, "is {} × as high in pixels"),
  size(
    "aspect",
    "width to height",
    "",
    ({ width: width3, height }) => width3 / height,
    "is {} × as wide for its height"
  ),
  share("padding", "padding", "padding", ({ fieldShare }) => 1 - fieldShare, "of its pixels padding"),
  ratio(
    "fieldAspect",
    "width to height of the field of view",
    "",
    "padding",
    0.01,
    ({ fieldWidth, fieldHeight }) => fieldWidth / Math.max(1, fieldHeight),
    "has a field of view {} × as wide for its height"
  )
];
function levels(key, name, group2, read, more, less) {
  return {
    key,
    name,
    group: group2,
    unit: greyLevels,
    isRatio: false,
    least: 1,
    read: (image) => read(image.features),
    say: (first, second) => fill(second > first ? more : less, formatGreyLevels(second - first))
  };
}
function ratio(key, name, unit, group2, least, read, words2) {
  return {
    key,
    name,
    group: group2,
    unit,
    isRatio: true,
    least: perceptibleFactor,
    read: (image) => Math.log2(Math.max(least, read(image.features))),
    say: (first, second) => fill(words2, formatFactor(2 ** (second - first)))
  };
}
function detail(pixels, words2) {
  const place = Math.log2(pixels);
  return ratio(
    `detail${pixels}`,
    `detail of ${words2}`,
    greyLevels,
    "texture",
    faintest,
    (of) => of.detail[place] ?? 0,
    `has {} × the detail of ${words2}`
  );
}
function share(key, name, group2, read, words2) {
  const format = (part) => formatShare(Math.max(0, part), 1) ?? "";
  return {
    key,
    name,
    group: group2,
    unit: "share",
    isRatio: false,
    least: 5e-3,
    read: (image) => read(image.features),
    say: (first, second) => `has ${format(second)} ${words2}, not ${format(first)}`
  };
}
function plain(key, name, least, read, words2) {
  return {
    key,
    name,
    group: "sharpness",
    unit: "",
    isRatio: false,
    least,
    read: (image) => read(image.features),
    say: (first, second) => `${words2} ${second.toFixed(2)}, not ${first.toFixed(2)}`
  };
}
function size(key, name, unit, read, words2) {
  return {
    key,
    name,
    group: "size",
    unit,
    isRatio: true,
    least: Math.log2(1.01),
    read: (image) => Math.log2(read(image)),
    say: (first, second) => fill(words2, formatFactor(2 ** (second - first)))
  };
}
function fill(words2, figure) {
  return words2.replace("{}", figure);
}
function formatFactor(factor) {
  return String(Number(factor.toPrecision(factor < 1.2 && factor > 0.1 ? 3 : 2)));
}

// src/statistics/area-interval.ts
var z95 = 1.959963984540054;
var halvings = 54;
function areaInterval(area, first, second) {
  const isWithin = (theta) => {
    const common = (first + second) / 2 - 1;
    const spread = 1 + common * ((1 - theta) / (2 - theta) + theta / (1 + theta));
    const variance = theta * (1 - theta) * spread / (first * second);
    return Math.abs(theta - area) <= z95 * Math.sqrt(variance);
  };
  const bound = (outermost) => {
    let [inner, outer] = [area, outermost];
    for (let step = 0; step < halvings; step++) {
      const middle = (inner + outer) / 2;
      if (isWithin(middle)) inner = middle;
      else outer = middle;
    }
    return inner;
  };
  return { low: bound(0), high: bound(1) };
}

// src/statistics/solve-positive.ts
function solvePositive(matrix, right2) {
  const size2 = right2.length;
  const at = (row, column) => matrix[row * size2 + column] ?? 0;
  for (let row = 0; row < size2; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = at(row, column);
      for (let inner = 0; inner < column; inner++) rest -= at(row, inner) * at(column, inner);
      matrix[row * size2 + column] = row === column ? Math.sqrt(rest) : rest / at(column, column);
    }
  }
  const solution = right2.slice();
  for (let row = 0; row < size2; row++) {
    let rest = solution[row] ?? 0;
    for (let inner = 0; inner < row; inner++) rest -= at(row, inner) * (solution[inner] ?? 0);
    solution[row] = rest / at(row, row);
  }
  for (let row = size2 - 1; row >= 0; row--) {
    let rest = solution[row] ?? 0;
    for (let inner = row + 1; inner < size2; inner++) rest -= at(inner, row) * (solution[inner] ?? 0);
    solution[row] = rest / at(row, row);
  }
  return solution;
}

// src/statistics/linear-discriminant.ts
function fitDiscriminant(table) {
  const { width: width3, firstCount, secondCount } = table;
  const rows2 = firstCount + secondCount;
  const { scores, norms, means } = standardizeColumns(table);
  const unit = Math.sqrt(rows2 - 1);
  const centers = [new Float64Array(width3), new Float64Array(width3)];
  for (let row = 0; row < rows2; row++) {
    const isFirst = row < firstCount;
    const center = isFirst ? centers[0] : centers[1];
    for (let column = 0; column < width3; column++)
      center[column] = (center[column] ?? 0) + unit * (scores[row * width3 + column] ?? 0) / (isFirst ? firstCount : secondCount);
  }
  const shrinkage = width3 / (width3 + rows2);
  const covariance = new Float64Array(width3 * width3);
  const deviations = new Float64Array(width3);
  const share2 = (1 - shrinkage) / Math.max(1, rows2 - 2);
  for (let row = 0; row < rows2; row++) {
    const center = row < firstCount ? centers[0] : centers[1];
    for (let column = 0; column < width3; column++)
      deviations[column] = unit * (scores[row * width3 + column] ?? 0) - (center[column] ?? 0);
    for (let a = 0; a < width3; a++) {
      const deviation = share2 * (deviations[a] ?? 0);
      for (let b = 0; b <= a; b++)
        covariance[a * width3 + b] = (covariance[a * width3 + b] ?? 0) + deviation * (deviations[b] ?? 0);
    }
  }
  for (let a = 0; a < width3; a++) covariance[a * width3 + a] = (covariance[a * width3 + a] ?? 0) + shrinkage;
  const difference = centers[1].map((mean, column) => mean - (centers[0][column] ?? 0));
  const direction = solvePositive(covariance, difference);
  const separation = Math.sqrt(dot(direction, difference));
  const weights = direction.map((weight, column) => {
    const deviation = (norms[column] ?? 0) / unit;
    return deviation > 0 && separation > 0 ? weight / separation / deviation : 0;
  });
  const middle = means.map(
    (mean, column) => mean + ((centers[0][column] ?? 0) + (centers[1][column] ?? 0)) / 2 * ((norms[column] ?? 0) / unit)
  );
  return { weights, offset: -dot(weights, middle) };
}
function scoreHeldOut(table, folds) {
  const { width: width3, values: values2 } = table;
  const scores = new Float64Array(folds.length);
  for (const fold of new Set(folds)) {
    const kept = [...folds.keys()].filter((row) => folds[row] !== fold);
    const { weights, offset } = fitDiscriminant(selectRows(table, kept));
    folds.forEach((of, row) => {
      if (of === fold) scores[row] = dot(weights, values2.subarray(row * width3, (row + 1) * width3)) + offset;
    });
  }
  return scores;
}
function selectRows({ width: width3, values: values2, firstCount }, rows2) {
  const selected = new Float64Array(rows2.length * width3);
  rows2.forEach((row, at) => selected.set(values2.subarray(row * width3, (row + 1) * width3), at * width3));
  const kept = rows2.filter((row) => row < firstCount).length;
  return { width: width3, values: selected, firstCount: kept, secondCount: rows2.length - kept };
}
function dot(a, b) {
  let sum2 = 0;
  for (let at = 0; at < a.length; at++) sum2 += (a[at] ?? 0) * (b[at] ?? 0);
  return sum2;
}

// src/checks/domain/separability.ts
var maxFolds = 10;
var maxUses = 5;
function measureSeparability(pair, table) {
  const { firstCount, secondCount } = table;
  const scores = scoreHeldOut(table, assignFolds(pair));
  const area = (measureDominance(orderValues(scores, firstCount)).delta + 1) / 2;
  return { area, interval: areaInterval(area, firstCount, secondCount), uses: listUses(table) };
}
function assignFolds({ first, second }) {
  const names = [first, second].map(
    ({ name, units }) => units.map(({ subject: subject2 }, unit) => subject2 === void 0 ? `${name}\0${unit}` : `\0${subject2}`)
  );
  const folds = Math.min(maxFolds, first.units.length, second.units.length);
  const random = seedRandom(1);
  const foldOf = /* @__PURE__ */ new Map();
  for (const side of names) {
    const fresh = side.filter((name) => !foldOf.has(name));
    shuffle2(fresh, random).forEach((name, place) => foldOf.set(name, place % folds));
  }
  return Uint32Array.from(names.flat(), (name) => foldOf.get(name) ?? 0);
}
function listUses(table) {
  const { width: width3, values: values2, firstCount, secondCount } = table;
  const { weights } = fitDiscriminant(table);
  const parts = features.map(({ key }, column) => {
    let [first, second] = [0, 0];
    for (let row = 0; row < firstCount + secondCount; row++) {
      const value = values2[row * width3 + column] ?? 0;
      if (row < firstCount) first += value / firstCount;
      else second += value / secondCount;
    }
    return { feature: key, share: Math.max(0, (weights[column] ?? 0) * (second - first)) };
  });
  const total = parts.reduce((sum2, { share: share2 }) => sum2 + share2, 0);
  return parts.filter(({ share: share2 }) => share2 > 0).sort((a, b) => b.share - a.share).slice(0, maxUses).map(({ feature, share: share2 }) => ({ feature, share: share2 / total }));
}

// src/checks/domain/side-features.ts
var width = features.length;
function readFeatures(side) {
  const { units } = side;
  const starts = new Uint32Array(units.length + 1);
  units.forEach(({ images }, unit) => starts[unit + 1] = (starts[unit] ?? 0) + images.length);
  const rows2 = new Float64Array((starts[units.length] ?? 0) * width);
  const means = new Float64Array(units.length * width);
  units.forEach(({ images }, unit) => {
    const first = (starts[unit] ?? 0) * width;
    images.forEach((image, place) => {
      for (let column = 0; column < width; column++)
        rows2[first + place * width + column] = features[column]?.read(image) ?? 0;
    });
    for (let column = 0; column < width; column++)
      means[unit * width + column] = averageColumn(rows2, first + column, images.length);
  });
  return { side, images: rows2, starts, means };
}
function averageFeature({ means }, key) {
  const column = features.findIndex((feature) => feature.key === key);
  return averageColumn(means, column, means.length / width);
}
function averageColumn(rows2, at, count2) {
  const first = rows2[at] ?? 0;
  let sum2 = 0;
  for (let row = 1; row < count2; row++) sum2 += (rows2[at + row * width] ?? 0) - first;
  return first + sum2 / count2;
}
function joinSides(first, second) {
  const values2 = new Float64Array(first.means.length + second.means.length);
  values2.set(first.means);
  values2.set(second.means, first.means.length);
  return { width, values: values2, firstCount: first.side.units.length, secondCount: second.side.units.length };
}
var bins = 10;
function countTenths(first, second) {
  const edges = Array.from({ length: width }, (_, column) => findTenths(first, second, column));
  const room = first.images.length + second.images.length;
  const cells = new Uint32Array(room);
  const shares = new Float64Array(room);
  const starts = [0];
  let entries = 0;
  const counts = new Uint32Array(width * bins);
  for (const { images, starts: units } of [first, second]) {
    for (let unit = 0; unit + 1 < units.length; unit++) {
      const [from, end] = [units[unit] ?? 0, units[unit + 1] ?? 0];
      counts.fill(0);
      for (let column = 0; column < width; column++) {
        const limits = edges[column] ?? noLimits;
        for (let row = from; row < end; row++) {
          const cell = column * bins + countBelow(limits, images[row * width + column] ?? 0);
          counts[cell] = (counts[cell] ?? 0) + 1;
        }
      }
      for (let cell = 0; cell < counts.length; cell++) {
        const count2 = counts[cell] ?? 0;
        if (count2 === 0) continue;
        cells[entries] = cell;
        shares[entries++] = count2 / (end - from);
      }
      starts.push(entries);
    }
  }
  return {
    bins,
    starts: Uint32Array.from(starts),
    cells: cells.subarray(0, entries),
    shares: shares.subarray(0, entries)
  };
}
var noLimits = new Float64Array();
function findTenths(first, second, column) {
  const of = ({ images }) => images.length / width;
  const values2 = new Float64Array(of(first) + of(second));
  let at = 0;
  for (const { images } of [first, second])
    for (let from = column; from < images.length; from += width) values2[at++] = images[from] ?? 0;
  values2.sort();
  return Float64Array.from(
    { length: bins - 1 },
    (_, tenth) => values2[Math.floor((tenth + 1) * values2.length / bins)] ?? 0
  );
}
function countBelow(limits, value) {
  let below = 0;
  while (below < limits.length && (limits[below] ?? 0) <= value) below++;
  return below;
}

// src/checks/domain/comparison.ts
var shiftLevels = ["none", "small", "moderate", "large"];
var draws = 2e3;
var significance = 0.04;
function compareSides(pair, sides, limits) {
  const table = joinSides(...sides);
  const { firstCount, secondCount, width: width3, values: values2 } = table;
  const prepared = prepareSides(table, countTenths(...sides));
  const effects = measureEffects(prepared);
  const isTold = isEnough(firstCount, secondCount, limits);
  const intervals = isTold ? bootstrapEffects(prepared, draws, 1) : [];
  const { pValues, explained } = isTold ? permuteSubjects(table, draws, 1) : noTest;
  const meanOf2 = (column, from, end) => {
    let sum2 = 0;
    for (let row = from; row < end; row++) sum2 += values2[row * width3 + column] ?? 0;
    return sum2 / (end - from);
  };
  const shifts = features.flatMap((feature, column) => {
    const of = effects[column];
    if (!of) return [];
    const interval = intervals[column];
    const evidence = interval && {
      intervals: interval,
      pValue: Math.min(1, (pValues[column] ?? 1) * limits.comparisons),
      explained: explained[column] ?? 0
    };
    return [
      {
        feature,
        first: meanOf2(column, 0, firstCount),
        second: meanOf2(column, firstCount, firstCount + secondCount),
        effects: of,
        level: evidence ? judge2(feature, of, evidence, limits) : "none",
        ...evidence && { evidence }
      }
    ];
  });
  return {
    pair,
    sides,
    shifts,
    level: isTold ? highestLevel(shifts.map(({ level }) => level)) : void 0,
    detectable: detectableEffect(firstCount, secondCount),
    ...isTold && { separability: measureSeparability(pair, table) },
    few: isTold ? [] : listFew(pair, effects, limits)
  };
}
var noTest = { pValues: new Float64Array(), explained: new Float64Array() };
function nameShifts({ shifts }, atLeast) {
  const rank = ({ level }) => shiftLevels.indexOf(level);
  const groups = /* @__PURE__ */ new Map();
  for (const shift2 of shifts) {
    if (rank(shift2) < shiftLevels.indexOf(atLeast)) continue;
    const { group: group2 } = shift2.feature;
    const { named, explained } = groups.get(group2) ?? { named: shift2, explained: 0 };
    groups.set(group2, {
      named: rank(shift2) > rank(named) ? shift2 : named,
      explained: Math.max(explained, shift2.evidence?.explained ?? 0)
    });
  }
  const clarity = ({ explained }) => Number(explained.toFixed(9));
  return [...groups.values()].sort((a, b) => clarity(b) - clarity(a)).map(({ named }) => named);
}
function strongestShift({ shifts }) {
  const size2 = ({ effects }) => Math.abs(effects.effect);
  return shifts.reduce(
    (best, shift2) => !best || size2(shift2) > size2(best) ? shift2 : best,
    void 0
  );
}
function judge2({ least }, { effect, difference }, { intervals, pValue }, limits) {
  const { low, high } = intervals.difference;
  const isDoubtful = pValue > significance || low <= 0 && high >= 0 || Math.abs(difference) < least;
  if (isDoubtful) return "none";
  const size2 = Math.abs(effect);
  if (size2 >= limits.largeEffect) return "large";
  if (size2 >= limits.moderateEffect) return "moderate";
  return size2 >= limits.smallEffect ? "small" : "none";
}
function highestLevel(levels3) {
  return shiftLevels[Math.max(...levels3.map((level) => shiftLevels.indexOf(level)))] ?? "none";
}
function isEnough(first, second, { minSubjects, comparisons }) {
  const smallest = smallestPermutationP(first, second) * Math.max(1, comparisons);
  return Math.min(first, second) >= minSubjects && smallest <= significance;
}
function listFew({ first, second }, effects, limits) {
  const sizes = effects.map(({ effect: effect2 }) => Math.abs(effect2)).filter(Number.isFinite);
  const effect = Math.max(limits.moderateEffect, ...sizes);
  const needOf = (own, others) => {
    const forEffect = neededSubjects(effect, others) ?? neededSubjects(effect) ?? 1;
    let needed = Math.max(own, limits.minSubjects, forEffect);
    while (!isEnough(needed, Math.max(others, needed), limits)) needed++;
    return needed;
  };
  const [a, b] = [first.units.length, second.units.length];
  const areBothMany = Math.min(a, b) >= limits.minSubjects;
  return [
    { name: first.name, subjects: a, needed: needOf(a, b) },
    { name: second.name, subjects: b, needed: needOf(b, a) }
  ].filter(({ subjects }) => areBothMany || subjects < limits.minSubjects);
}

// src/checks/domain/feature-histograms.ts
var bins2 = 32;
function drawHistograms({ pair, sides }, { feature }) {
  const column = features.indexOf(feature);
  const width3 = features.length;
  let [least, most] = [Infinity, -Infinity];
  for (const { images } of sides) {
    for (let at = column; at < images.length; at += width3) {
      least = Math.min(least, images[at] ?? 0);
      most = Math.max(most, images[at] ?? 0);
    }
  }
  const step = most > least ? (most - least) / bins2 : 1;
  const edge = (bin) => {
    const value = least + bin * step;
    return feature.isRatio ? 2 ** value : value;
  };
  return {
    feature: feature.key,
    edges: Array.from({ length: bins2 + 1 }, (_, bin) => edge(bin)),
    sides: [pair.first, pair.second].map(({ name }, side) => ({
      name,
      ...shareBins(sides[side], column, least, step)
    }))
  };
}
function shareBins(side, column, least, step) {
  const { images, starts } = side ?? { images: new Float64Array(), starts: new Uint32Array(1) };
  const units = starts.length - 1;
  const shares = Array.from({ length: bins2 }, () => new Float64Array(units));
  for (let unit = 0; unit < units; unit++) {
    const [from, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
    for (let row = from; row < end; row++) {
      const value = images[row * features.length + column] ?? 0;
      const counts = shares[Math.min(bins2 - 1, Math.floor((value - least) / step))];
      if (counts) counts[unit] = (counts[unit] ?? 0) + 1 / (end - from);
    }
  }
  for (const counts of shares) counts.sort();
  return {
    share: shares.map((counts) => counts.reduce((sum2, share2) => sum2 + share2, 0) / units),
    low: shares.map((counts) => quantileOf(counts, 0.05)),
    high: shares.map((counts) => quantileOf(counts, 0.95))
  };
}

// src/statistics/principal-components.ts
var maxSweeps = 50;
function findPrincipalComponents(scores, width3, count2) {
  const covariance = multiplyTransposed(scores, width3);
  const vectors = diagonalize(covariance, width3);
  const variances = Float64Array.from({ length: width3 }, (_, at) => covariance[at * width3 + at] ?? 0);
  const total = variances.reduce((sum2, variance) => sum2 + variance, 0);
  const falling = [...variances.keys()].sort((a, b) => (variances[b] ?? 0) - (variances[a] ?? 0) || a - b);
  const chosen = falling.slice(0, count2);
  return {
    axes: chosen.map(
      (axis) => pointUp(Float64Array.from({ length: width3 }, (_, row) => vectors[row * width3 + axis] ?? 0))
    ),
    explained: chosen.map((axis) => total > 0 ? Math.max(0, variances[axis] ?? 0) / total : 0)
  };
}
function multiplyTransposed(scores, width3) {
  const product = new Float64Array(width3 * width3);
  for (let first = 0; first < scores.length; first += width3) {
    for (let a = 0; a < width3; a++) {
      const score = scores[first + a] ?? 0;
      for (let b = 0; b < width3; b++)
        product[a * width3 + b] = (product[a * width3 + b] ?? 0) + score * (scores[first + b] ?? 0);
    }
  }
  return product;
}
function diagonalize(matrix, width3) {
  const at = (row, column) => matrix[row * width3 + column] ?? 0;
  const vectors = new Float64Array(width3 * width3);
  for (let axis = 0; axis < width3; axis++) vectors[axis * width3 + axis] = 1;
  for (let sweep = 0; sweep < maxSweeps; sweep++) {
    let isDiagonal = true;
    for (let p = 0; p < width3 - 1; p++) {
      for (let q = p + 1; q < width3; q++) {
        if (Math.abs(at(p, q)) <= Number.EPSILON * Math.sqrt(Math.abs(at(p, p) * at(q, q)))) continue;
        isDiagonal = false;
        const slope = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(1, slope));
        const cosine = 1 / Math.hypot(1, tangent);
        const sine = tangent * cosine;
        rotateColumns(matrix, width3, p, q, cosine, sine);
        rotateRows(matrix, width3, p, q, cosine, sine);
        rotateColumns(vectors, width3, p, q, cosine, sine);
      }
    }
    if (isDiagonal) break;
  }
  return vectors;
}
function rotateColumns(matrix, width3, p, q, cosine, sine) {
  for (let first = 0; first < matrix.length; first += width3) {
    const [left2, right2] = [matrix[first + p] ?? 0, matrix[first + q] ?? 0];
    matrix[first + p] = cosine * left2 - sine * right2;
    matrix[first + q] = sine * left2 + cosine * right2;
  }
}
function rotateRows(matrix, width3, p, q, cosine, sine) {
  for (let column = 0; column < width3; column++) {
    const [upper, lower] = [matrix[p * width3 + column] ?? 0, matrix[q * width3 + column] ?? 0];
    matrix[p * width3 + column] = cosine * upper - sine * lower;
    matrix[q * width3 + column] = sine * upper + cosine * lower;
  }
}
function pointUp(axis) {
  let greatest = 0;
  for (const entry of axis) if (Math.abs(entry) > Math.abs(greatest) * (1 + 1e-9)) greatest = entry;
  return greatest < 0 ? axis.map((entry) => 0 - entry) : axis;
}

// src/checks/domain/image-map.ts
var maxPoints = 2e3;
var maxLoadings = 4;
var width2 = features.length;
function mapImages(sides) {
  const all = sides.flatMap(
    (side, at) => Array.from({ length: side.images.length / width2 }, (_, row) => ({ side, at, row }))
  );
  const chosen = all.length > maxPoints ? shuffle2(all, seedRandom(1)).slice(0, maxPoints) : all;
  const values2 = new Float64Array(chosen.length * width2);
  chosen.forEach(
    ({ side, row }, at) => values2.set(side.images.subarray(row * width2, (row + 1) * width2), at * width2)
  );
  const { scores } = standardizeColumns({ width: width2, values: values2 });
  const { axes, explained } = findPrincipalComponents(scores, width2, 2);
  const unit = Math.sqrt(Math.max(1, chosen.length - 1));
  const placeOf = (point, axis) => Number(
    (unit * axis.reduce((sum2, entry, column) => sum2 + entry * (scores[point * width2 + column] ?? 0), 0)).toFixed(3)
  ) + 0;
  return {
    explained,
    loadings: axes.map(
      (axis) => features.map(({ key }, column) => ({ feature: key, weight: (axis[column] ?? 0) + 0 })).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, maxLoadings)
    ),
    sides: sides.map(({ side: { name } }, at) => ({
      name,
      points: chosen.flatMap(
        (point, index) => point.at === at ? [axes.map((axis) => placeOf(index, axis))] : []
      )
    }))
  };
}

// src/statistics/distribution.ts
function meanDistribution(histograms, levels3) {
  const mean = new Float64Array(levels3);
  let count2 = 0;
  for (const histogram of histograms) {
    let total = 0;
    for (let level = 0; level < levels3; level++) total += histogram[level] ?? 0;
    if (total === 0) continue;
    count2++;
    for (let level = 0; level < levels3; level++)
      mean[level] = (mean[level] ?? 0) + (histogram[level] ?? 0) / total;
  }
  if (count2 > 0) for (let level = 0; level < levels3; level++) mean[level] = (mean[level] ?? 0) / count2;
  return mean;
}
function meanOf(distribution) {
  let sum2 = 0;
  distribution.forEach((share2, level) => sum2 += share2 * level);
  return sum2;
}
function deviationOf(distribution) {
  const mean = meanOf(distribution);
  let sum2 = 0;
  distribution.forEach((share2, level) => sum2 += share2 * (level - mean) ** 2);
  return Math.sqrt(sum2);
}
function percentileOf(distribution, rank) {
  const wanted = rank / 100 - 5e-10;
  let seen = 0;
  for (let level = 0; level < distribution.length; level++) {
    seen += distribution[level] ?? 0;
    if (seen >= wanted) return level;
  }
  return 0;
}

// src/checks/domain/intensity.ts
var levels2 = 256;
var bins3 = 32;
function profileIntensity({ units }) {
  const bySubject = units.map(({ images }) => meanDistribution(images.map(withoutPadding), levels2));
  return {
    distribution: meanDistribution(bySubject, levels2),
    bySubject: bySubject.map(binLevels)
  };
}
function measureIntensity({ distribution, bySubject }) {
  const shares = Array.from(
    { length: bins3 },
    (_, bin) => Float64Array.from(bySubject, (subject2) => subject2[bin] ?? 0).sort()
  );
  return {
    deviation: deviationOf(distribution),
    percentiles: Object.fromEntries(
      percentileRanks.map((rank) => [`p${rank}`, percentileOf(distribution, rank)])
    ),
    histogram: [...binLevels(distribution)],
    low: shares.map((sorted) => quantileOf(sorted, 0.05)),
    high: shares.map((sorted) => quantileOf(sorted, 0.95))
  };
}
function onlyLevel({ distribution }) {
  const level = distribution.findIndex((share2) => share2 > 0);
  return level === distribution.findLastIndex((share2) => share2 > 0) ? level : void 0;
}
function withoutPadding({ histogram, features: { fieldShare } }) {
  if (fieldShare === 0 || fieldShare === 1) return histogram;
  let pixels = 0;
  for (let level = 0; level < levels2; level++) pixels += histogram[level] ?? 0;
  const field = new Float64Array(histogram);
  let padding = (1 - fieldShare) * pixels;
  for (let level = 0; padding > 0 && level < levels2; level++) {
    const taken = Math.min(histogram[level] ?? 0, padding);
    padding -= taken;
    field[level] = (histogram[level] ?? 0) - taken;
  }
  return field;
}
function binLevels(distribution) {
  const width3 = levels2 / bins3;
  return Float64Array.from({ length: bins3 }, (_, bin) => {
    let sum2 = 0;
    for (let level = bin * width3; level < (bin + 1) * width3; level++) sum2 += distribution[level] ?? 0;
    return sum2;
  });
}

// src/checks/domain/side.ts
var maxUnits = 1e4;
function buildSide(name, samples, images) {
  const imagesOf = (members) => members.flatMap(({ id }) => {
    const outcome = images.get(id);
    return outcome?.kind === "image" ? [outcome] : [];
  });
  const bySubject = groupBy(samples, (sample2) => sample2.subject);
  const alone = samples.filter((sample2) => sample2.subject === void 0);
  const units = [
    ...[...bySubject].map(([subject2, members]) => ({ subject: subject2, images: imagesOf(members) })),
    ...alone.map((sample2) => ({ images: imagesOf([sample2]) }))
  ];
  return {
    name,
    samples,
    units: units.length > maxUnits ? shuffle2(units, seedRandom(1)).slice(0, maxUnits) : units,
    subjects: bySubject.size
  };
}

// src/checks/domain/pairs.ts
var maxDomains = 20;
var maxDomainsInPairs = 7;
function choosePairs(decoded, { images, task }) {
  const byDomain = groupBy(decoded, (sample2) => sample2.domain);
  const chosen = chooseDomains(byDomain, task.targetDomain);
  const domains = chosen.map(([name, members]) => buildSide(name, members, images));
  const isDivided = domains.length > 1;
  const domainPairs = isDivided ? pairDomains(domains, task.targetDomain) : [];
  const splitPairs = isDivided ? chosen.flatMap(([name, members]) => pairSplits(members, images, name)) : pairSplits(decoded, images);
  return {
    domains,
    splits: [...new Set(splitPairs.flatMap(({ first, second }) => [first, second]))],
    pairs: [...domainPairs, ...splitPairs],
    domainsLeftOut: byDomain.size - chosen.length
  };
}
function chooseDomains(byDomain, target) {
  const ranked = [...byDomain].map(([name, members]) => ({ name, members, subjects: subjectsOf(members).length })).sort(
    (a, b) => Number(b.name === target) - Number(a.name === target) || b.subjects - a.subjects || b.members.length - a.members.length || compareText(a.name, b.name)
  );
  const isAnchored = target !== void 0 && byDomain.has(target);
  return ranked.slice(0, isAnchored ? maxDomains : maxDomainsInPairs).sort((a, b) => compareText(a.name, b.name)).map(({ name, members }) => [name, members]);
}
function pairDomains(domains, target) {
  const reference = domains.find(({ name }) => name === target);
  const couples = reference ? domains.filter((side) => side !== reference).map((side) => [side, reference]) : domains.flatMap((first, index) => domains.slice(index + 1).map((second) => [first, second]));
  return couples.map(([first, second]) => ({
    key: `domains:${first.name}+${second.name}`,
    first,
    second
  }));
}
function pairSplits(members, images, domain) {
  const select = (split) => buildSide(
    domain === void 0 ? split : `${domain} ${split}`,
    members.filter((sample2) => sample2.splits.includes(split)),
    images
  );
  const train = select("train");
  if (train.samples.length === 0) return [];
  return ["test", "val"].flatMap((split) => {
    const other = select(split);
    const scope = domain === void 0 ? "" : `${domain}:`;
    return other.samples.length === 0 ? [] : [{ key: `splits:${scope}train+${split}`, first: train, second: other }];
  });
}

// src/checks/domain/shift.ts
var shift = defineCheck({
  id: "domain/shift",
  summary: "How far apart are two domains, and training and test, beyond what their subjects explain?",
  description: `A model learns the brightness, contrast, noise and sharpness of the images it is trained on, and can fail on
images that look different to it while a person sees the same organ. Compared are each domain with the target domain (all
domains with each other, where no target is declared: the 7 largest; with one, the 20 largest) and train with test and
val, within each domain where there are several.

**Subjects, not images.** The frames of one patient are not independent: compared image by image, any two halves of one
hospital are "shifted". Here each subject counts once, with the mean of its images, and whole subjects are drawn and
dealt; an image whose subject is unknown counts as a subject of its own, so that intervals are too narrow where frames of
unnamed subjects hang together. Of more than 10,000 subjects a side, 10,000 are taken by chance.

**What is compared**: 25 features of each image, from the one decode. Brightness (mean, shadows, highlights), contrast, black and
saturated pixels within the field of view; noise (Immerkær 1996, doi:10.1006/cviu.1996.0060), speckle, detail of 1, 2, 4 and
8 pixels, steepness of edges, correlation of neighbours, exponent of the power spectrum; the grid of JPEG; colour; size and
aspect; padding. The field of view is what in each row lies between the first and the last pixel that is not black: a
black border is reported as padding and changes no other feature.

**How far**: the means of each feature differ by Hedges' g standard deviations between subjects (Hedges 1981,
doi:10.3102/10769986006002107), with Cliff's delta and the Wasserstein distance on the subjects' means, and the
Jensen–Shannon divergence and the population stability index on tenths of the images, each with a 95 % interval from
2,000 bootstrap draws of subjects. Levels are Cohen's marks: 0.2 small, 0.5 moderate, 0.8 large (Cohen 1988, "Statistical
Power Analysis for the Behavioral Sciences", § 2.2).

**Whether by chance**: subjects are dealt to the two sides anew, in all ways or in 2,000, and p-values are corrected for the
number of features by the step-down maximum of Westfall and Young (1993), which, unlike Holm's or Benjamini and Yekutieli's
correction, loses nothing to features that say the same, and multiplied by the number of comparisons. A feature is shifted where its effect has a level, its p-value is at
most 0.04, its interval leaves out 0, and the difference is one that a picture shows (one grey level, a factor of 1.05, half
a per cent of the pixels): no p-value decides alone. Two halves of one domain by chance are called shifted in 3 % of draws,
and on no data that was tried in more than 7 % (docs/benchmarks-shift.md).

**Too few to tell**: with n against n subjects, the arrangement seen and its mirror image are two of all, so that three
against three cannot have a p-value below 0.1; four against four can have 0.029, five against five 0.008. With fewer than these, for the number of comparisons, or than \`minSubjects\` on a side there
is no p-value and no finding, but the number of subjects that would be needed: for the greatest effect seen, or a moderate
one, in four cases of five, by the normal approximation. A dataset with nothing else to compare is skipped, not passed.

**Together**: a linear discriminant, regularised and scored on subjects that it has not seen, tells how well all features
separate the sides: the area under its ROC curve, with the interval of Newcombe (2006, doi:10.1002/sim.2324), and what it
goes by. It is measured and decides nothing.

Where one subject has images on both sides (two scanners, say), it counts on each; that makes shifts harder to find, not
easier. Coverage counts samples: those whose image stands in a comparison that could be judged, and the others.`,
  defaultSeverity: "warning",
  needs: ["images"],
  options: {
    smallEffect: {
      type: "number",
      default: 0.2,
      minimum: 0,
      unit: "standard deviations",
      description: "Least difference, in standard deviations between subjects, of a small shift."
    },
    moderateEffect: {
      type: "number",
      default: 0.5,
      minimum: 0,
      unit: "standard deviations",
      description: "Least difference, in standard deviations between subjects, of a moderate shift, the least that is a finding."
    },
    largeEffect: {
      type: "number",
      default: 0.8,
      minimum: 0,
      unit: "standard deviations",
      description: "Least difference, in standard deviations between subjects, of a large shift."
    },
    minSubjects: {
      type: "integer",
      default: 4,
      minimum: 2,
      unit: "subjects",
      description: "Fewest subjects on each side (images, where subjects are unknown) that a shift is told from. Sides of three and less are never told apart from chance, whatever this is."
    }
  },
  messages: {
    shifted: {
      text: "compared with {first}, {second} {says}: a {level} shift",
      fix: "Look at images of {first} and {second} side by side. Bring what differs together, by how images are acquired, exported and normalised, or vary it in training; judge the model on the domain it will meet."
    },
    flat: {
      text: "{first} and {second} show a single grey level each, {distance|grey level|grey levels} apart",
      fix: "Look at the images: they show nothing. Correct how they were exported."
    },
    clean: { text: "no moderate or large shift in {judged|comparison|comparisons}" },
    "clean-few": {
      text: "no moderate or large shift in {judged|comparison|comparisons}; too few subjects to tell of others: {few}"
    },
    found: {
      text: "{shifted} of {judged|comparison|comparisons} shifted; {first} and {second} are the furthest apart"
    },
    "found-few": {
      text: "{shifted} of {judged|comparison|comparisons} shifted; {first} and {second} are the furthest apart; too few subjects to tell of others: {few}"
    },
    "too-few": { text: "too few subjects to tell a shift from chance: {few}" },
    "no-images": { text: "no image could be decoded" },
    "no-target": { text: "no image of the target domain {target} could be decoded" },
    "no-pair": { text: "there are fewer than two domains, and no train split beside test or val" }
  },
  run(dataset, options2) {
    const { samples, images, task } = dataset;
    const decoded = samples.filter(({ id }) => images.get(id)?.kind === "image");
    const nothing = { evaluated: 0, unavailable: samples.length };
    if (decoded.length === 0) return { skipped: { messageId: "no-images", data: {} }, coverage: nothing };
    const target = task.targetDomain;
    if (target !== void 0 && !decoded.some(({ domain }) => domain === target)) {
      return { skipped: { messageId: "no-target", data: { target } }, coverage: nothing };
    }
    const { domains, splits: splits2, pairs, domainsLeftOut } = choosePairs(decoded, dataset);
    if (pairs.length === 0) return { skipped: { messageId: "no-pair", data: {} }, coverage: nothing };
    const sides = new Map([...domains, ...splits2].map((side) => [side, describeSide(side)]));
    const comparisons = pairs.filter(
      ({ first, second }) => Math.min(first.units.length, second.units.length) >= options2.minSubjects
    ).length;
    const judgements = pairs.flatMap((pair) => {
      const [first, second] = [sides.get(pair.first), sides.get(pair.second)];
      return first && second ? [judgePair(pair, first, second, { ...options2, comparisons })] : [];
    }).sort(compareJudgements);
    const judged = judgements.filter(isJudged);
    const few = listFew2(judgements);
    const [furthest] = judged;
    if (!furthest) return { skipped: { messageId: "too-few", data: { few } }, coverage: nothing };
    const findings = judged.flatMap(({ finding }) => finding ? [finding] : []);
    const compared = new Set(
      judged.flatMap(({ comparison: { pair } }) => [...pair.first.samples, ...pair.second.samples])
    );
    const measureSides = (chosen) => Object.fromEntries(
      chosen.map((side) => {
        const described = sides.get(side);
        return [side.name, { ...countUnits(side), ...described && measureSide(described) }];
      })
    );
    const mapped = domains.length > 1 ? domains : splits2;
    return {
      coverage: { evaluated: compared.size, unavailable: samples.length - compared.size },
      measurements: {
        domains: measureSides(domains),
        splits: measureSides(splits2),
        pairs: judgements.map(({ comparison }) => measureComparison2(comparison)),
        map: mapImages(mapped.flatMap((side) => sides.get(side)?.features ?? [])),
        domainsLeftOut
      },
      findings,
      summary: {
        messageId: `${findings.length > 0 ? "found" : "clean"}${few.length > 0 ? "-few" : ""}`,
        data: {
          shifted: findings.length,
          judged: judged.length,
          first: furthest.comparison.pair.first.name,
          second: furthest.comparison.pair.second.name,
          few
        }
      }
    };
  }
});
function describeSide(side) {
  return { features: readFeatures(side), intensity: profileIntensity(side) };
}
function measureSide({ features: features2, intensity }) {
  return { mean: averageFeature(features2, "mean"), ...measureIntensity(intensity) };
}
function judgePair(pair, first, second, limits) {
  const comparison = compareSides(pair, [first.features, second.features], limits);
  const flat = findFlat(pair, onlyLevel(first.intensity), onlyLevel(second.intensity));
  const finding = flat ?? describeShift(comparison);
  return { comparison, ...finding && { finding } };
}
function isJudged({ comparison: { level }, finding }) {
  return level !== void 0 || finding !== void 0;
}
function compareJudgements(a, b) {
  const rank = ({ comparison: { level } }) => level ? shiftLevels.indexOf(level) : -1;
  const area = ({ comparison: { separability } }) => separability?.area ?? 0;
  return rank(b) - rank(a) || area(b) - area(a);
}
function listFew2(judgements) {
  const needed = /* @__PURE__ */ new Map();
  for (const { comparison } of judgements) {
    for (const { name, ...few } of comparison.few) {
      const other = needed.get(name);
      if (!other || other.needed < few.needed) needed.set(name, few);
    }
  }
  return [...needed].map(
    ([name, few]) => `${name} (${formatQuantity(few.subjects, "subject")}, at least ${formatCount(few.needed)} needed)`
  );
}
function findFlat({ key, first, second }, firstLevel, secondLevel) {
  if (firstLevel === void 0 || secondLevel === void 0 || firstLevel === secondLevel) return void 0;
  return {
    key,
    messageId: "flat",
    data: {
      first: first.name,
      second: second.name,
      distance: Math.abs(firstLevel - secondLevel)
    },
    samples: [],
    evidence: { levels: { [first.name]: firstLevel, [second.name]: secondLevel } }
  };
}
function describeShift(comparison) {
  const { pair, level, separability } = comparison;
  if (level !== "moderate" && level !== "large") return void 0;
  const named = nameShifts(comparison, "moderate");
  const names = { first: pair.first.name, second: pair.second.name };
  return {
    key: pair.key,
    messageId: "shifted",
    data: {
      ...names,
      level,
      says: joinPhrases(named.map(({ feature, first, second }) => feature.say(first, second)))
    },
    samples: [],
    evidence: {
      features: named.map(describeEvidence),
      ...separability && { area: { value: separability.area, ...separability.interval } },
      counts: { [names.first]: countUnits(pair.first), [names.second]: countUnits(pair.second) }
    }
  };
}
function joinPhrases(phrases) {
  return ["is ", "has "].flatMap(
    (verb) => phrases.filter((phrase) => phrase.startsWith(verb)).map((phrase, place) => place === 0 ? phrase : phrase.slice(verb.length))
  );
}
function describeEvidence({ feature, effects, level, evidence }) {
  return {
    feature: feature.name,
    level,
    effect: finite(effects.effect),
    ...evidence && { ...finiteInterval(evidence.intervals.effect), pValue: evidence.pValue }
  };
}
var drawnFeatures = 3;
function measureComparison2(comparison) {
  const { pair, shifts, level, detectable, separability, few } = comparison;
  const named = nameShifts(comparison, "small");
  const strongest = strongestShift(comparison);
  const drawn = named.length > 0 ? named.slice(0, drawnFeatures) : strongest ? [strongest] : [];
  return {
    key: pair.key,
    first: pair.first.name,
    second: pair.second.name,
    level: level ?? null,
    /** Groups of features that are shifted, the clearest first. */
    named: named.map(({ feature }) => feature.key),
    detectableEffect: detectable,
    tooFewSubjects: few.map((side) => ({ ...side })),
    separability: separability ? {
      area: separability.area,
      ...separability.interval,
      uses: separability.uses.map((use) => ({ ...use }))
    } : null,
    features: shifts.map(measureShift),
    histograms: drawn.map((one) => drawHistograms(comparison, one))
  };
}
function measureShift({ feature, first, second, effects, level, evidence }) {
  return {
    feature: feature.key,
    name: feature.name,
    group: feature.group,
    unit: feature.unit,
    first: inMeasuredUnit(feature, first),
    second: inMeasuredUnit(feature, second),
    level,
    pValue: evidence?.pValue ?? null,
    ...Object.fromEntries(
      effectNames.map((name) => [
        name,
        { value: finite(effects[name]), ...evidence && finiteInterval(evidence.intervals[name]) }
      ])
    )
  };
}
function inMeasuredUnit({ isRatio }, value) {
  return isRatio ? 2 ** value : value;
}
function finite(value) {
  return Number.isFinite(value) ? value + 0 : null;
}
function finiteInterval({ low, high }) {
  return { low: finite(low), high: finite(high) };
}
function countUnits({ samples, subjects }) {
  return { images: samples.length, subjects };
}

// src/checks/duplicates/within-split.ts
var withinSplit = defineCheck({
  id: "duplicates/within-split",
  summary: "Are there copies of a picture inside one split?",
  description: `Copies inside a split do not leak, but they count one picture several times: in training as an unasked
weight, in the test set as false confidence. Pictures are compared as in \`leakage/duplicate\` and, for
those that were saved again, as in \`leakage/near-duplicate\`; of a picture that stands in two splits, the copies inside
each are reported here. Neighbouring frames of a clip are no copies.

Coverage counts samples: those whose image was decoded, and the others.`,
  defaultSeverity: "info",
  needs: ["images", "near-duplicates"],
  options: {},
  messages: {
    copies: {
      text: "{images} show the same picture{where}",
      fix: "Keep one of them, unless the repetition is meant."
    },
    "near-copies": {
      text: "{images} are one picture, saved again{where}",
      fix: "Keep one of them, unless the repetition is meant."
    },
    clean: { text: "no copies inside a split" },
    found: {
      text: "{pictures|picture|pictures} stored more than once in a split ({extra|copy|copies} too many)"
    },
    "no-images": { text: "no image could be decoded" }
  },
  run(dataset) {
    const { clusters, evaluated, unavailable } = findIdenticalImages(dataset);
    const coverage2 = { evaluated, unavailable };
    if (evaluated === 0) return { skipped: { messageId: "no-images", data: {} }, coverage: coverage2 };
    const findings = [
      ...clusters.flatMap(({ samples }) => groupByPlace(samples)).map((place) => describePlace2("copies", place)),
      ...groupNearCopies(dataset).map((place) => describePlace2("near-copies", place))
    ];
    const counts = {
      pictures: findings.length,
      extra: findings.reduce((sum2, { samples }) => sum2 + samples.length - 1, 0)
    };
    return {
      coverage: coverage2,
      measurements: { pictures: counts.pictures, extraCopies: counts.extra },
      findings,
      summary: { messageId: findings.length > 0 ? "found" : "clean", data: counts }
    };
  }
});
function describePlace2(messageId, { split, samples }) {
  const ids = samples.map((sample2) => sample2.id);
  const location = samples.find((sample2) => sample2.location)?.location;
  const first = `${messageId === "near-copies" ? "near:" : ""}${ids[0] ?? ""}`;
  return {
    key: split === void 0 ? first : `${first}@${split}`,
    messageId,
    data: { images: ids, where: split === void 0 ? "" : ` in ${split}` },
    samples: ids,
    ...location && { location },
    evidence: { copies: ids.length, ...split !== void 0 && { split } }
  };
}
function groupByPlace(samples) {
  const unassigned = samples.filter((sample2) => sample2.splits.length === 0);
  const places = [
    { samples: unassigned },
    ...[...spreadOverSplits(samples)].map(([split, members]) => ({ split, samples: members }))
  ];
  return places.filter((place) => place.samples.length > 1);
}
function groupNearCopies({ samples, images, nearDuplicates }) {
  const byId = new Map(samples.map((sample2) => [sample2.id, sample2]));
  const pixelsOf = ({ id }) => {
    const image = images.get(id);
    return image?.kind === "image" ? image.pixelsHash : void 0;
  };
  return (nearDuplicates?.clusters ?? []).filter(({ likeness }) => likeness === "copy").flatMap(({ members }) => groupByPlace(members.flatMap((id) => byId.get(id) ?? []))).filter((place) => new Set(place.samples.map(pixelsOf)).size > 1);
}

// src/checks/images/readable.ts
var readable = defineCheck({
  id: "images/readable",
  summary: "Can every image and mask be decoded, and is it what its name says?",
  description: `A file that cannot be decoded ends a training run or is skipped by it, and no other check sees it. Every
image and mask is decoded in full, in a process of its own, within the limits of \`limits\`. The format is told from the
content: a JPEG called \`.png\` opens here and fails in a program that trusts the name, and a mask of that kind has been
through lossy compression.

Coverage counts files: images and masks that were tried, and the others.`,
  defaultSeverity: "error",
  needs: ["images", "masks"],
  options: {},
  messages: {
    missing: {
      text: "{path} is not there any more",
      fix: "Run holdout again when nothing changes the dataset."
    },
    empty: { text: "{path} is empty", fix: "Copy the file again from its source, or remove it." },
    pointer: {
      text: "{path} is {detail}",
      fix: "Fetch the content with `git lfs pull` or `git annex get`; in a workflow, check out with `lfs: true`."
    },
    "unknown-format": {
      text: "{path} is of no known image format ({detail})",
      fix: "Copy the file again from its source; if it is no image, leave it out of `samples`."
    },
    "unsupported-format": {
      text: "{path} is of a format that holdout cannot decode: {detail}",
      fix: "Convert it to PNG or TIFF with integer samples, or leave it out of `samples`."
    },
    "too-large": {
      text: "{path} is larger than `limits` allows ({detail})",
      fix: "Raise `limits.fileMegabytes` if the file is meant to be that large."
    },
    "too-many-pixels": {
      text: "{path} has more pixels than `limits` allows ({detail})",
      fix: "Raise `limits.pixels` if the image is meant to be that large."
    },
    corrupt: {
      text: "{path} is damaged ({detail})",
      fix: "Copy the file again from its source, or export it again."
    },
    timeout: {
      text: "{path} could not be decoded in time ({detail})",
      fix: "Raise `limits.decodeSeconds`, or export the file again."
    },
    crash: {
      text: "{path} crashed the decoder ({detail})",
      fix: "Export the file again; until then, leave it out of `samples`."
    },
    misnamed: {
      text: "{path} holds {format}, not what its extension says",
      fix: "Give the file the extension of its format, or export it again in the format that its name says."
    },
    clean: { text: "{files|file|files} decoded" },
    faults: { text: "{faulty} of {files|file|files} unreadable or misnamed" },
    "no-files": { text: "no file was decoded" }
  },
  run(dataset) {
    const files2 = listFiles(dataset);
    const tried = files2.filter(({ outcome }) => outcome !== void 0);
    const coverage2 = { evaluated: tried.length, unavailable: files2.length - tried.length };
    if (tried.length === 0) return { skipped: { messageId: "no-files", data: {} }, coverage: coverage2 };
    const faults = {};
    const findings = tried.flatMap(({ path, samples, outcome }) => {
      const fault = outcome && findFault(path, outcome);
      if (!fault) return [];
      const { messageId, ...told } = fault;
      faults[messageId] = (faults[messageId] ?? 0) + 1;
      const location = samples.find((sample2) => sample2.location)?.location;
      return [
        {
          key: path,
          messageId,
          data: { path, ...told },
          samples: samples.map((sample2) => sample2.id),
          ...location && { location },
          evidence: { fault: messageId, ...told }
        }
      ];
    });
    const counts = { files: tried.length, faulty: findings.length };
    return {
      coverage: coverage2,
      measurements: { ...counts, faults },
      findings,
      summary: { messageId: findings.length > 0 ? "faults" : "clean", data: counts }
    };
  }
});
function listFiles({ samples, labels, images, masks }) {
  const ids = new Set(samples.map(({ id }) => id));
  const byMask = groupBy(
    samples,
    ({ label }) => labels.kind === "mask" && label !== void 0 && !ids.has(label) ? label : void 0
  );
  return [
    ...samples.map((sample2) => ({ path: sample2.id, samples: [sample2], outcome: images.get(sample2.id) })),
    ...[...byMask].map(([path, members]) => ({ path, samples: members, outcome: masks.get(path) }))
  ];
}
function findFault(path, outcome) {
  if (outcome.kind === "failure") return { messageId: outcome.fault, detail: outcome.detail };
  const expected = formatsByExtension.get(extensionOf(path).toLowerCase());
  if (expected === void 0 || expected === outcome.format) return void 0;
  return { messageId: "misnamed", format: outcome.format.toUpperCase() };
}
var formatsByExtension = /* @__PURE__ */ new Map([
  ["jpg", "jpeg"],
  ["jpeg", "jpeg"],
  ["png", "png"],
  ["tif", "tiff"],
  ["tiff", "tiff"],
  ["webp", "webp"],
  ["gif", "gif"],
  ["bmp", "bmp"],
  ["dcm", "dicom"],
  ["nii", "nifti"]
]);
function extensionOf(path) {
  return /[^/]\.(?<extension>[^./]+)$/.exec(path)?.groups?.["extension"] ?? "";
}

// src/checks/manifest/folder.ts
function folderOf(path) {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash);
}
function nameFolder(folder) {
  return folder === "." ? "the dataset's own folder" : folder;
}

// src/checks/labels/annotations.ts
var annotations = defineCheck({
  id: "labels/annotations",
  summary: "Does every image have an annotation, and every annotation an image?",
  description: `Where boxes are the labels, an image without an annotation is left out by one training script and taken
for an image without objects by another. An image that shows no object is said to do so by an annotation without
objects: an empty YOLO file, or an entry in \`images\` of COCO. An annotation that belongs to no image is work that
nobody uses, and often the other half of an image that counts as unlabelled since the two names differ. Looked for are
files in the folders of annotations that hold objects, and entries in files for many images.

Coverage counts images; none is counted where nothing annotates any of them.`,
  defaultSeverity: "warning",
  needs: ["annotations"],
  options: {},
  messages: {
    unannotated: {
      text: "{images|image has|images have} no annotation",
      fix: "Annotate them, with an annotation without objects where there are none; or leave them out."
    },
    "orphan-files": {
      text: "{files|annotation|annotations} in {folder} {files:belongs|belong} to no image",
      fix: "Correct the names that should join them to images, or remove them."
    },
    "orphan-entries": {
      text: "{file}: {images|image|images} that the dataset does not hold, such as {example}",
      fix: "Add the images, correct their `file_name`, or remove the entries."
    },
    clean: { text: "{images|image|images}, each with an annotation" },
    unpaired: {
      text: "{images|image|images} without annotation, {orphans|annotation|annotations} without image"
    },
    "no-boxes": { text: "labels are no boxes" },
    "no-annotations": { text: "nothing annotates any image" }
  },
  run(dataset) {
    if (dataset.labels.kind !== "boxes") return { skipped: { messageId: "no-boxes", data: {} } };
    const { samples, labels, annotations: given } = dataset;
    if (!given || given.byImage.size === 0 && given.orphans.length === 0)
      return { skipped: { messageId: "no-annotations", data: {} } };
    const without = samples.filter((sample2) => !isLabelled(sample2, labels) && !given.byImage.has(sample2.id)).map(({ id }) => id);
    const findings = [...describeWithout(without), ...describeOrphans(given)];
    const counts = { images: without.length, orphans: given.orphans.length };
    return {
      coverage: { evaluated: samples.length, unavailable: 0 },
      measurements: { images: samples.length, unannotated: without.length, orphans: given.orphans.length },
      findings,
      summary: findings.length > 0 ? { messageId: "unpaired", data: counts } : { messageId: "clean", data: { images: samples.length } }
    };
  }
});
var examplesShown = 10;
function describeWithout(ids) {
  if (ids.length === 0) return [];
  return [
    {
      key: "@unannotated",
      messageId: "unannotated",
      data: { images: ids.length },
      samples: ids,
      evidence: { images: ids.length }
    }
  ];
}
function describeOrphans({ orphans }) {
  const files2 = orphans.filter(({ image }) => image === void 0).map(({ file }) => file);
  const entries = groupBy(orphans, ({ file, image }) => image === void 0 ? void 0 : file);
  return [
    ...[...groupBy(files2, folderOf)].map(([folder, paths2]) => ({
      key: `${folder}/`,
      messageId: "orphan-files",
      data: { folder: nameFolder(folder), files: paths2.length },
      samples: [],
      evidence: { files: paths2.length, examples: paths2.slice(0, examplesShown) }
    })),
    ...[...entries].map(([file, members]) => {
      const names = members.map(({ image }) => image ?? "");
      return {
        key: file,
        messageId: "orphan-entries",
        data: { file, images: names.length, example: names[0] ?? "" },
        samples: [],
        location: { file },
        evidence: { images: names.length, examples: names.slice(0, examplesShown) }
      };
    })
  ];
}

// src/checks/labels/box-faults.ts
var margin = 1;
function findBoxFault({ xmin, ymin, xmax, ymax }, frame) {
  if (xmax < xmin || ymax < ymin) return "inverted";
  if (xmax === xmin || ymax === ymin) return "degenerate";
  if (!frame) return void 0;
  const isOutside = xmax <= -margin || ymax <= -margin || xmin >= frame.width + margin || ymin >= frame.height + margin;
  return isOutside ? "outside" : void 0;
}
function measureExcess({ xmin, ymin, xmax, ymax }, { width: width3, height }) {
  return Math.max(0, -xmin, -ymin, xmax - width3, ymax - height);
}
function measureOverlap(a, b) {
  const width3 = Math.min(a.xmax, b.xmax) - Math.max(a.xmin, b.xmin);
  const height = Math.min(a.ymax, b.ymax) - Math.max(a.ymin, b.ymin);
  if (width3 <= 0 || height <= 0) return 0;
  const shared = width3 * height;
  return shared / (areaOf(a) + areaOf(b) - shared);
}
function areaOf({ xmin, ymin, xmax, ymax }) {
  return (xmax - xmin) * (ymax - ymin);
}

// src/checks/labels/object-finding.ts
var shownObjects = 10;
function describeImage({ sample: sample2, annotation: { file } }, messageId, line, data, evidence) {
  return {
    key: `${sample2.id}@${messageId}`,
    messageId,
    data: { file, image: sample2.id, ...data },
    samples: [sample2.id],
    location: { file, ...line !== void 0 && { line } },
    evidence
  };
}
function describeObjects(image, messageId, objects) {
  const [first] = objects;
  if (!first) return [];
  const data = { objects: objects.length, name: first.className, box: showBox(first) };
  const evidence = { objects: objects.length, examples: objects.slice(0, shownObjects).map(describeObject) };
  return [describeImage(image, messageId, first.line, data, evidence)];
}
function describeObject(object) {
  const { className, line, box } = object;
  return {
    class: className,
    box: [box.xmin, box.ymin, box.xmax, box.ymax],
    ...line !== void 0 && { line }
  };
}
function showBox({ box: { xmin, ymin, xmax, ymax } }) {
  return `[${[xmin, ymin, xmax, ymax].map((value) => Number(value.toFixed(4))).join(", ")}]`;
}

// src/checks/labels/unknown-classes.ts
function findUnknownClasses(annotated, declared) {
  const known = new Set(declared);
  const named = annotated.flatMap(
    (image) => image.annotation.objects.filter(({ className }) => !known.has(className)).map((object) => ({ image, object }))
  );
  return [...groupBy(named, ({ object }) => object.className)].flatMap(([name, members]) => {
    const [first] = members;
    if (!first) return [];
    const { file } = first.image.annotation;
    const { line } = first.object;
    const samples = [...new Set(members.map(({ image }) => image.sample.id))];
    const nearest = findNearest(name, declared);
    return [
      {
        key: `@class:${name}`,
        messageId: nearest === void 0 ? "unknown-class" : "misspelled-class",
        data: { name, objects: members.length, images: samples.length, nearest: nearest ?? "" },
        samples,
        location: { file, ...line !== void 0 && { line } },
        evidence: {
          objects: members.length,
          images: samples.length,
          declared: declared.slice(0, shownNames),
          ...nearest !== void 0 && { nearest }
        }
      }
    ];
  });
}
var shownNames = 20;
var longestName2 = 80;
function findNearest(name, declared) {
  if (name.length > longestName2) return void 0;
  let nearest;
  let fewest = Math.floor(name.length / 3) + 1;
  for (const candidate of declared) {
    if (candidate.length > longestName2) continue;
    const edits = leven(name.toLowerCase(), candidate.toLowerCase());
    if (edits >= fewest) continue;
    fewest = edits;
    nearest = candidate;
  }
  return nearest;
}

// src/checks/labels/boxes.ts
var boxes = defineCheck({
  id: "labels/boxes",
  summary: "Can every annotation be read, and is every box one that a model can learn from?",
  description: `A training script stops at a box without width or height, or learns from it that everything is
background; one that lies outside its image, or is counted in another unit, teaches a place where nothing is. Read are
Pascal VOC (\`.xml\`), YOLO and lists of corners (\`.txt\`), COCO and LabelMe (\`.json\`), and boxes in the rows of a
manifest. Corners are judged as they are written: a Pascal VOC box whose corners are the same pixel has no width, as
training scripts compute it. A box counts as outside where it lies a pixel or more beyond the image, since some tools
count pixels from 0 and others from 1.

Boxes are judged by the size that the annotation gives the image, and by the decoded image where it gives none; that the
two agree is asked, too. Where an image has an EXIF orientation, its size as shown is right as well. All objects of an
image with one fault are one finding.

Coverage counts images with an annotation: those whose annotation was read, and the others.`,
  defaultSeverity: "error",
  needs: ["images", "annotations"],
  options: {},
  messages: {
    malformed: {
      text: "{file} cannot be read: {detail}",
      fix: "Export the annotation again, or copy it again from its source."
    },
    "too-large": {
      text: "{file} is too large to be read: {detail}",
      fix: "Give every image a file of its own, or leave it out of the dataset."
    },
    pointer: {
      text: "{file} is {detail}",
      fix: "Fetch the content with `git lfs pull`; in a workflow, check out with `lfs: true`."
    },
    "unknown-format": {
      text: "{file} is of no format of annotations: {detail}",
      fix: "Export it as Pascal VOC, COCO, YOLO or LabelMe, with the usual extension."
    },
    incomplete: {
      text: "{file}: {entries|entry|entries} for {image} cannot be used: {detail}",
      fix: "Correct the entries, or remove them."
    },
    "incomplete-file": {
      text: "{file}: {entries|entry|entries} cannot be used: {detail}",
      fix: "Correct the entries, or remove them."
    },
    degenerate: {
      text: "{file}: {objects|box|boxes} without width or height, {name} {box}",
      fix: "Draw the box again, or remove it."
    },
    inverted: {
      text: "{file}: {objects|box|boxes} whose far corner lies before the near one, {name} {box}",
      fix: "Exchange the corners, or draw the box again."
    },
    outside: {
      text: "{file}: {objects|box|boxes} outside the image, {name} {box}",
      fix: "Look at the annotation over its image: it may belong to another one, or to one that was cropped or resized."
    },
    size: {
      text: "{file} says that {image} is {declared}; it is {actual}",
      fix: "Find out whether the image was cropped or resized after it was annotated, and correct the boxes or the size."
    },
    shares: {
      text: "{file}: all corners lie between 0 and 1, where pixels are meant",
      fix: "Multiply the corners by the width and height of the image."
    },
    pixels: {
      text: "{file}: numbers far above 1, where shares of the image are meant ({name} {box})",
      fix: "Divide the numbers by the width and height of the image."
    },
    "unknown-class": {
      text: "class {name} of {objects|object|objects} in {images|image|images} is not declared",
      fix: "Declare it under `labels.classes`, or correct the annotations."
    },
    "misspelled-class": {
      text: "class {name} of {objects|object|objects} in {images|image|images} is not declared; {nearest} is",
      fix: "Write {nearest} if that is meant, or declare {name} under `labels.classes`."
    },
    "few-points": {
      text: "{file}: {objects|object|objects} outlined by fewer than three points, {name} {box}",
      fix: "Draw the outline again; two points make no area."
    },
    "run-size": {
      text: "{file}: {objects|mask|masks} of another size than {image}, {name} {box}",
      fix: "Encode the masks again at the size of the image; `size` is height, then width."
    },
    "run-sum": {
      text: "{file}: {objects|mask|masks} whose runs do not add up to the pixels of the mask, {name} {box}",
      fix: "Encode the masks again."
    },
    clean: { text: "{objects|box|boxes} in {images|image|images}, none at fault" },
    faults: { text: "{faults|fault|faults} in the annotations of {images|image|images}" },
    "no-boxes": { text: "labels are no boxes" },
    "no-annotations": { text: "no image has an annotation that could be read" }
  },
  run(dataset) {
    if (dataset.labels.kind !== "boxes") return { skipped: { messageId: "no-boxes", data: {} } };
    const { annotated, unavailable } = listAnnotatedImages(dataset);
    const coverage2 = { evaluated: annotated.length, unavailable };
    const findings = [
      ...findFileFaults(dataset),
      ...annotated.flatMap(findImageFaults),
      ...dataset.labels.classes.length === 0 ? [] : findUnknownClasses(
        annotated,
        dataset.labels.classes.map(({ name }) => name)
      )
    ];
    if (annotated.length === 0 && findings.length === 0)
      return { skipped: { messageId: "no-annotations", data: {} }, coverage: coverage2 };
    const all = annotated.flatMap(({ objects }) => objects);
    const byClass = groupBy(all, ({ object }) => object.className);
    return {
      coverage: coverage2,
      measurements: {
        images: annotated.length,
        boxes: all.length,
        boxesByClass: Object.fromEntries([...byClass].map(([name, members]) => [name, members.length]))
      },
      findings,
      summary: findings.length > 0 ? { messageId: "faults", data: { faults: findings.length, images: annotated.length + unavailable } } : { messageId: "clean", data: { objects: all.length, images: annotated.length } }
    };
  }
});
function findFileFaults({ samples, annotations: annotations2 }) {
  if (!annotations2) return [];
  const failed = [
    ...annotations2.failures.map((outcome) => ({ id: void 0, outcome })),
    ...samples.flatMap(({ id }) => {
      const outcome = annotations2.byImage.get(id);
      return outcome?.kind === "failure" ? [{ id, outcome }] : [];
    })
  ];
  const byFile = groupBy(failed, ({ outcome }) => outcome.file);
  const unreadable = [...byFile.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const { file, fault, detail: detail2, line } = first.outcome;
    return [
      {
        key: `${file}@file`,
        messageId: fault,
        data: { file, detail: detail2 },
        samples: members.flatMap(({ id }) => id ?? []),
        location: { file, ...line !== void 0 && { line } },
        evidence: { detail: detail2 }
      }
    ];
  });
  const incomplete = annotations2.unusable.flatMap(({ file, entries }) => {
    const [first] = entries;
    if (!first) return [];
    return [
      {
        key: `${file}@entries`,
        messageId: "incomplete-file",
        data: { file, entries: entries.length, detail: first.detail },
        samples: [],
        location: { file },
        evidence: { details: entries.map(({ detail: detail2 }) => detail2) }
      }
    ];
  });
  return [...unreadable, ...incomplete];
}
function findImageFaults(image) {
  const { annotation, wrongUnit, frame, objects } = image;
  const findings = [...findEntryFault(image), ...findSizeFault(image)];
  const ofObjects = (messageId, isAtFault) => describeObjects(
    image,
    messageId,
    objects.filter(isAtFault).map(({ object }) => object)
  );
  if (wrongUnit) findings.push(...describeObjects(image, wrongUnit, annotation.objects));
  else
    for (const fault of ["degenerate", "inverted", "outside"])
      findings.push(...ofObjects(fault, ({ box }) => findBoxFault(box, frame) === fault));
  return [
    ...findings,
    ...ofObjects("few-points", ({ object }) => object.polygons.some(({ length }) => length < 6)),
    ...ofObjects("run-size", ({ object: { runLengths } }) => {
      if (!runLengths || !frame) return false;
      return runLengths.width !== frame.width || runLengths.height !== frame.height;
    }),
    ...ofObjects("run-sum", ({ object: { runLengths } }) => {
      return runLengths !== void 0 && runLengths.pixels !== runLengths.width * runLengths.height;
    })
  ];
}
function findEntryFault(image) {
  const { unusable } = image.annotation;
  const [first] = unusable;
  if (!first) return [];
  const data = { entries: unusable.length, detail: first.detail };
  const details = unusable.map(({ detail: detail2, line }) => ({ detail: detail2, ...line !== void 0 && { line } }));
  return [describeImage(image, "incomplete", first.line, data, { details })];
}
function findSizeFault(image) {
  const { annotation, imageSize } = image;
  const { size: size2 } = annotation;
  if (!size2 || !imageSize) return [];
  if (size2.width === imageSize.width && size2.height === imageSize.height) return [];
  const data = {
    declared: `${size2.width} × ${size2.height}`,
    actual: `${imageSize.width} × ${imageSize.height}`
  };
  return [
    describeImage(image, "size", size2.line, data, {
      declared: { width: size2.width, height: size2.height },
      image: { width: imageSize.width, height: imageSize.height }
    })
  ];
}

// src/checks/labels/crossing-outline.ts
var mostPoints = 2e3;
function isCrossing(outline) {
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
function listEdges(outline) {
  const points = [];
  for (let at = 0; at + 1 < outline.length; at += 2) points.push([outline[at] ?? 0, outline[at + 1] ?? 0]);
  return points.map((point, at) => [point, points[(at + 1) % points.length] ?? point]).filter(([from, to]) => from[0] !== to[0] || from[1] !== to[1]);
}
function left([from, to]) {
  return Math.min(from[0], to[0]);
}
function right([from, to]) {
  return Math.max(from[0], to[0]);
}
function doCross(a, b) {
  return sideOf(a, b[0]) * sideOf(a, b[1]) < 0 && sideOf(b, a[0]) * sideOf(b, a[1]) < 0;
}
function sideOf([from, to], point) {
  return Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]));
}

// src/checks/labels/repeated-boxes.ts
var leastOverlap = 0.5;
function findRepeatedBoxes(boxes2, nearness, overlap) {
  const order = [...boxes2.entries()].sort(([, a], [, b]) => a.xmin - b.xmin);
  const repeated = /* @__PURE__ */ new Set();
  order.forEach(([place, box], at) => {
    const reach = Math.max(nearness, (1 - overlap) * (box.xmax - box.xmin));
    for (let next = at + 1; next < order.length; next++) {
      const [otherPlace, other] = order[next] ?? [place, box];
      if (other.xmin - box.xmin > reach) break;
      const shared = measureOverlap(box, other);
      if (shared >= overlap || shared > leastOverlap && areNear(box, other, nearness))
        repeated.add(Math.max(place, otherPlace));
    }
  });
  return [...repeated].sort((a, b) => a - b);
}
function areNear(a, b, nearness) {
  return Math.abs(a.xmin - b.xmin) <= nearness && Math.abs(a.ymin - b.ymin) <= nearness && Math.abs(a.xmax - b.xmax) <= nearness && Math.abs(a.ymax - b.ymax) <= nearness;
}

// src/checks/labels/doubtful-boxes.ts
var doubtfulBoxes = defineCheck({
  id: "labels/doubtful-boxes",
  summary: "Do boxes reach beyond their image, stand there twice, or have outlines that cross themselves?",
  description: `Each of these is a slip that a training script takes without a word. A box that reaches beyond the image
is clipped by one script and not by another, and its centre is off. An object that is marked twice counts twice in the
loss and cannot be found twice in the test. The area inside an outline that crosses itself depends on the program that
fills it.

Two boxes of one class are one where all corners lie within a pixel and more than half is shared, or where the
intersection over the union reaches \`repeatOverlap\`. Boxes that stand for many objects (\`iscrowd\` of COCO) are not
compared. Outlines of more than 2,000 points are not looked at.

Coverage counts images with an annotation: those whose annotation was read in the right unit, and the others.`,
  defaultSeverity: "warning",
  needs: ["images", "annotations"],
  options: {
    tolerance: {
      type: "number",
      default: 1,
      minimum: 0,
      unit: "pixels",
      description: "How far a box may reach beyond the image: tools differ in whether the first pixel is 0 or 1."
    },
    repeatOverlap: {
      type: "number",
      default: 0.99,
      minimum: 0.5,
      maximum: 1,
      unit: "share (0–1)",
      description: "Intersection over union from which two boxes of one class are one box, drawn twice."
    }
  },
  messages: {
    "beyond-edge": {
      text: "{file}: {objects|box reaches|boxes reach} beyond the image, {name} {box}",
      fix: "Clip the box to the image, or look whether the annotation belongs to it."
    },
    repeated: {
      text: "{file}: {objects|box repeats|boxes repeat} another of the same class, {name} {box}",
      fix: "Remove the second one, or correct its class or place."
    },
    crossing: {
      text: "{file}: {objects|outline crosses|outlines cross} itself, {name} {box}",
      fix: "Draw the outline again, or split it where it crosses."
    },
    clean: { text: "{objects|box|boxes} in {images|image|images}, all inside, once and without crossings" },
    doubts: { text: "{doubtful} of {images|image|images} with doubtful boxes" },
    "no-boxes": { text: "labels are no boxes" },
    "no-annotations": { text: "no image has an annotation that could be judged" }
  },
  run(dataset, options2) {
    if (dataset.labels.kind !== "boxes") return { skipped: { messageId: "no-boxes", data: {} } };
    const { annotated, unavailable } = listAnnotatedImages(dataset);
    const judged = annotated.filter(({ wrongUnit }) => wrongUnit === void 0);
    const coverage2 = {
      evaluated: judged.length,
      unavailable: unavailable + annotated.length - judged.length
    };
    if (judged.length === 0) return { skipped: { messageId: "no-annotations", data: {} }, coverage: coverage2 };
    const findings = judged.flatMap((image) => [
      ...findBeyondEdge(image, options2.tolerance),
      ...findRepeated(image, options2.repeatOverlap),
      ...findCrossing(image)
    ]);
    const objects = judged.reduce((sum2, image) => sum2 + image.objects.length, 0);
    const doubtful = new Set(findings.flatMap(({ samples }) => samples)).size;
    const counts = { images: judged.length, objects, doubtful };
    return {
      coverage: coverage2,
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? "doubts" : "clean", data: counts }
    };
  }
});
var roundingPixels = 0.01;
function findBeyondEdge(image, tolerance2) {
  const { frame, objects } = image;
  if (!frame) return [];
  const beyond = objects.filter(
    ({ box }) => findBoxFault(box, frame) === void 0 && measureExcess(box, frame) > tolerance2 + roundingPixels
  );
  return describeObjects(image, "beyond-edge", listObjects(beyond));
}
function findRepeated(image, overlap) {
  const inPixels = image.annotation.unit === "pixel" || image.frame !== void 0;
  const compared = image.objects.filter(({ object, box }) => !object.isCrowd && hasArea(box));
  const repeated = [...groupBy(compared, ({ object }) => object.className).values()].flatMap(
    (members) => findRepeatedBoxes(
      members.map(({ box }) => box),
      inPixels ? 1 + roundingPixels : 0,
      overlap
    ).flatMap((place) => members[place] ?? [])
  );
  return describeObjects(image, "repeated", listObjects(repeated));
}
function findCrossing(image) {
  const crossing = image.objects.filter(
    ({ object }) => object.polygons.some((outline) => outline.length <= 2 * mostPoints && isCrossing(outline))
  );
  return describeObjects(image, "crossing", listObjects(crossing));
}
function listObjects(placed) {
  return placed.map(({ object }) => object);
}

// src/checks/labels/class-names.ts
var classNames = defineCheck({
  id: "labels/class-names",
  summary: "Are the names of two classes one name, spelt in two ways?",
  description: `Where a manifest says \`regular\` in one row and \`Regular\` in another, a program that makes classes of
the names makes two. Compared are the classes of rows and those that the config declares; names are one where they agree
in letters and numbers once case, spaces, \`-\` and \`_\` are left out, and compatibility characters are taken as what they
stand for (Unicode NFKC). Names of other wording are not compared.

Coverage counts names of classes.`,
  defaultSeverity: "warning",
  needs: [],
  options: {},
  messages: {
    spelling: {
      text: "the classes {names} differ only in case or spaces: {rows|sample|samples} in all",
      fix: "Give them one name in every row, or, if they are two classes, names that tell them apart."
    },
    clean: { text: "{names|class name|class names}, no two of one spelling" },
    found: { text: "{alike} of {names|class name|class names} spelt in more than one way" },
    "no-classes": { text: "there is no sample, or no class is declared or named in a manifest" }
  },
  run({ samples, labels }) {
    const declared = labels.classes.map(({ name }) => name);
    const names = sortedUnique([...declared, ...samples.flatMap(({ classes }) => classes)]);
    if (names.length === 0 || samples.length === 0) return { skipped: { messageId: "no-classes", data: {} } };
    const groups = [...groupBy(names, foldName)].filter(([, members]) => members.length > 1);
    const findings = groups.map(([key, members]) => {
      const holding = samples.filter(({ classes }) => classes.some((name) => members.includes(name)));
      const location = holding.find((sample2) => sample2.location)?.location;
      return {
        key,
        messageId: "spelling",
        data: { names: members.map((name) => JSON.stringify(name)), rows: holding.length },
        samples: holding.map(({ id }) => id),
        ...location && { location },
        evidence: {
          names: members.map((name) => ({
            name,
            samples: holding.filter(({ classes }) => classes.includes(name)).length,
            isDeclared: declared.includes(name)
          }))
        }
      };
    });
    const counts = { names: names.length, alike: groups.reduce((sum2, [, { length }]) => sum2 + length, 0) };
    return {
      coverage: { evaluated: names.length, unavailable: 0 },
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? "found" : "clean", data: counts }
    };
  }
});
function foldName(name) {
  return name.normalize("NFKC").toLowerCase().replace(/[\s_-]+/gu, "") || void 0;
}

// src/checks/labels/label-difference.ts
var minClassShare = 1e-3;
function compareMasks(a, b, isClass) {
  if (a.labelHash === void 0 || b.labelHash === void 0) return void 0;
  if (a.labelHash === b.labelHash) return { agreement: 1, onlyA: [], onlyB: [] };
  let [same, either] = [0, 0];
  a.grid.forEach((place, cell) => {
    const other = b.grid[cell] ?? -1;
    if (!isClass(place) && !isClass(other)) return;
    either++;
    if (place === other) same++;
  });
  return {
    agreement: either === 0 ? 1 : same / either,
    onlyA: listMissing(a, b, isClass),
    onlyB: listMissing(b, a, isClass)
  };
}
function listMissing({ counts, pixels }, other, isClass) {
  return counts.flatMap(
    (count2, place) => isClass(place) && count2 >= minClassShare * pixels && (other.counts[place] ?? 0) === 0 ? [place] : []
  );
}

// src/checks/labels/place-names.ts
function namePlace({ maskClasses }, place) {
  return maskClasses[place] ?? (place === 0 ? "background" : "ignored");
}

// src/checks/labels/same-pictures.ts
var minOverlap = 0.97;
function findSamePictures(dataset) {
  const parents = /* @__PURE__ */ new Map();
  const rootOf = (id) => {
    let root = id;
    for (let next = parents.get(root); next !== void 0; next = parents.get(root)) root = next;
    if (root !== id) parents.set(id, root);
    return root;
  };
  const join = (a, b) => {
    const [first, second] = [rootOf(a), rootOf(b)].sort(compareText);
    if (first !== void 0 && second !== void 0 && first !== second) parents.set(second, first);
  };
  for (const { samples } of findIdenticalImages(dataset).clusters)
    for (const { id } of samples) join(samples[0]?.id ?? id, id);
  for (const { tree } of dataset.nearDuplicates?.clusters ?? []) {
    for (const { a, b, likeness, orientation, overlap } of tree)
      if (likeness === "copy" && orientation === "upright" && overlap >= minOverlap) join(a, b);
  }
  return [...groupBy(dataset.samples, ({ id }) => rootOf(id)).values()].filter(
    (members) => members.length > 1
  );
}

// src/checks/labels/conflict.ts
var conflict = defineCheck({
  id: "labels/conflict",
  summary: "Does one picture have one label, wherever it occurs?",
  description: `A picture that occurs twice with two labels cannot be learned: whatever the model says is wrong once.
And it tells how far labels can be trusted elsewhere. Pictures are one where their pixels are equal, or where one is a
copy of the other (saved again, resized) that lies upright and whole on it.

Masks are compared at 32 × 32 places: those that both read as the same class, against those that either reads as a class.
Two people who draw the same organ agree to about 0.9 by Dice, which is 0.82 by this measure; findings are made
below \`minAgreement\`. A class that one mask holds and the other lacks altogether is a conflict whatever its size (from
0.1 % of the pixels). Classes of images are compared as they are written.

Coverage counts samples with a label: those whose image and label could be read, and the others.`,
  defaultSeverity: "error",
  needs: ["images", "masks", "near-duplicates"],
  options: {
    minAgreement: {
      type: "number",
      default: 0.8,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Agreement (Jaccard) of two masks of one picture below which they are in conflict."
    }
  },
  messages: {
    mask: {
      text: "{a} and {b} show one picture, but their masks agree only to {agreement%}",
      fix: "Compare the two masks, keep the right one, and remove the other sample."
    },
    "mask-classes": {
      text: "{a} and {b} show one picture, but the mask of only one of them holds {classes}",
      fix: "Compare the two masks, keep the right one, and remove the other sample."
    },
    class: {
      text: "{a} and {b} show one picture, but one is {classA}, the other {classB}",
      fix: "Look at the picture, give it its class, and remove the other sample."
    },
    clean: { text: "{repeated|picture|pictures} more than once, none with two labels" },
    found: { text: "{conflicting} of {repeated|repeated picture|repeated pictures} with two labels" },
    "no-labels": { text: "no labelled image could be read, or labels are neither masks nor classes" }
  },
  run(dataset, { minAgreement }) {
    const { samples, labels } = dataset;
    if (labels.kind !== "mask" && labels.kind !== "class")
      return { skipped: { messageId: "no-labels", data: {} } };
    const labelled2 = samples.filter(
      (sample2) => labels.kind === "mask" ? sample2.label !== void 0 : sample2.classes.length > 0
    );
    const read = new Set(labelled2.filter((sample2) => isRead(sample2, dataset)).map(({ id }) => id));
    const coverage2 = { evaluated: read.size, unavailable: labelled2.length - read.size };
    if (read.size === 0) return { skipped: { messageId: "no-labels", data: {} }, coverage: coverage2 };
    const repeated = findSamePictures(dataset).map((members) => members.filter(({ id }) => read.has(id))).filter((members) => members.length > 1);
    const findings = repeated.flatMap((members) => {
      const worst = findWorst(members, dataset, minAgreement);
      if (!worst) return [];
      const { a, b, messageId, data, evidence } = worst;
      const location = [a, b].find((sample2) => sample2.location)?.location;
      return [
        {
          key: members[0]?.id ?? a.id,
          messageId,
          data: { a: a.id, b: b.id, ...data },
          samples: members.map(({ id }) => id),
          ...location && { location },
          evidence: { pair: [a.id, b.id], ...evidence }
        }
      ];
    });
    const counts = { repeated: repeated.length, conflicting: findings.length };
    return {
      coverage: coverage2,
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? "found" : "clean", data: counts }
    };
  }
});
var maxCompared = 30;
function isRead({ id, label = "" }, { images, masks, labels }) {
  if (images.get(id)?.kind !== "image") return false;
  if (labels.kind === "class") return true;
  const mask = masks.get(label);
  return mask?.kind === "mask" && mask.labelHash !== void 0;
}
function findWorst(members, dataset, minAgreement) {
  const compared = members.slice(0, maxCompared);
  let worst;
  for (const [at, a] of compared.entries()) {
    for (const b of compared.slice(at + 1)) {
      const found = dataset.labels.kind === "class" ? compareClasses(a, b) : compareLabels(a, b, dataset, minAgreement);
      if (found && (!worst || found.agreement < worst.agreement)) worst = found;
    }
  }
  return worst;
}
function compareClasses(a, b) {
  if (a.classes.join("\n") === b.classes.join("\n")) return void 0;
  const data = { classA: [...a.classes], classB: [...b.classes] };
  return { a, b, messageId: "class", data, evidence: data, agreement: 0 };
}
function compareLabels(a, b, dataset, minAgreement) {
  const [maskA, maskB] = [dataset.masks.get(a.label ?? ""), dataset.masks.get(b.label ?? "")];
  if (maskA?.kind !== "mask" || maskB?.kind !== "mask") return void 0;
  const difference = compareMasks(maskA, maskB, (place) => dataset.maskClasses[place] !== void 0);
  if (!difference) return void 0;
  const { agreement, onlyA, onlyB } = difference;
  const name = (place) => namePlace(dataset, place);
  const classes = [...onlyA, ...onlyB].sort((first, second) => first - second).map(name);
  if (classes.length === 0 && agreement >= minAgreement) return void 0;
  return {
    a,
    b,
    messageId: classes.length > 0 ? "mask-classes" : "mask",
    data: { agreement, classes },
    evidence: {
      agreement,
      onlyInFirst: onlyA.map(name),
      onlyInSecond: onlyB.map(name),
      masks: [a.label ?? "", b.label ?? ""]
    },
    agreement
  };
}

// src/checks/labels/decoded-masks.ts
function listMasks({ samples, masks }) {
  const byPath = groupBy(samples, ({ label }) => label);
  const decoded = [...byPath].flatMap(([path, members]) => {
    const mask = masks.get(path);
    return mask?.kind === "mask" ? [{ path, mask, samples: members }] : [];
  });
  return { decoded, unavailable: byPath.size - decoded.length };
}

// src/checks/labels/empty.ts
var empty = defineCheck({
  id: "labels/empty",
  summary: "Do masks show something?",
  description: `A mask with nothing in it says that its image shows none of the classes. That may be so; as often a
program saved it before anybody had drawn, and the image is trained as background. Where nearly all masks are empty,
one finding says so in place of one for each: either they were lost, or the classes are declared with other values. A
mask whose pixels are off the palette is not empty; \`labels/palette\` and \`labels/values\` tell of it.

Where empty masks are right, as in screening, raise \`maxShare\`: findings are made only above it. Its default is 0
since holdout cannot see which are meant.

Coverage counts masks: those that were decoded, and the others.`,
  defaultSeverity: "warning",
  needs: ["masks"],
  options: {
    maxShare: {
      type: "number",
      default: 0,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Share of masks that may be empty without a finding."
    },
    nearlyAll: {
      type: "number",
      default: 0.9,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Share of empty masks from which one finding tells of all of them (and there are two at least)."
    }
  },
  messages: {
    empty: {
      text: "{mask} is empty: {holds}",
      fix: "Draw what the image shows, or, where it shows nothing, say so by accepting the finding or by `maxShare`."
    },
    "nearly-all": {
      text: "{empty} of {masks|mask|masks} ({share%}) are empty",
      fix: "Look at one that should not be: the masks may have been lost on export, or the classes under `labels.classes` have other values."
    },
    clean: { text: "{masks|mask|masks}, {empty} empty" },
    found: { text: "{empty} of {masks|mask|masks} empty" },
    "no-masks": { text: "labels are no masks, or no mask could be decoded" }
  },
  run(dataset, { maxShare, nearlyAll }) {
    const { decoded, unavailable } = listMasks(dataset);
    if (dataset.maskPalette === void 0) return { skipped: { messageId: "no-masks", data: {} } };
    const coverage2 = { evaluated: decoded.length, unavailable };
    if (decoded.length === 0) return { skipped: { messageId: "no-masks", data: {} }, coverage: coverage2 };
    const found = decoded.filter(({ mask }) => isEmpty(mask, dataset.maskClasses));
    const share2 = found.length / decoded.length;
    const counts = { masks: decoded.length, empty: found.length };
    const samples = found.flatMap((one) => one.samples.map(({ id }) => id)).sort();
    const all = {
      key: "nearly-all",
      messageId: "nearly-all",
      data: { ...counts, share: share2 },
      samples,
      evidence: { ...counts, share: share2 }
    };
    const each = found.map(({ path, mask, samples: members }) => {
      const location = members.find((sample2) => sample2.location)?.location;
      return {
        key: path,
        messageId: "empty",
        data: {
          mask: path,
          holds: (mask.counts[0] ?? 0) < mask.pixels ? "ignored pixels and background" : "background alone"
        },
        samples: members.map(({ id }) => id),
        ...location && { location },
        evidence: { backgroundPixels: mask.counts[0] ?? 0, pixels: mask.pixels }
      };
    });
    const isMost = found.length > 1 && share2 >= nearlyAll;
    const findings = found.length === 0 || share2 <= maxShare ? [] : isMost ? [all] : each;
    return {
      coverage: coverage2,
      measurements: { ...counts, share: share2 },
      findings,
      summary: { messageId: findings.length > 0 ? "found" : "clean", data: counts }
    };
  }
});
function isEmpty({ counts, offPalette, distinct, alpha }, classes) {
  if (distinct === 1 && (alpha?.distinct ?? 1) > 1) return false;
  return offPalette === 0 && counts.every((pixels, place) => pixels === 0 || classes[place] === void 0);
}

// src/checks/labels/geometry.ts
var geometry = defineCheck({
  id: "labels/geometry",
  summary: "Do image and mask have the same size and orientation?",
  description: `A mask says something about the pixel at the same place of its image. Where the two differ in size, a
training script resizes one of them, and silently moves or stretches the labels. Where only one of them has an EXIF
orientation, programs that heed it turn one and not the other. Sizes are compared as stored. Told apart are: turned, the
size of one as EXIF turns the other; width and height swapped; one scaled by a factor; cropped or padded, by the same
number of pixels on three pairs or more; and other sizes.

Coverage counts samples with a mask: those whose image and mask were decoded, and the others.`,
  defaultSeverity: "error",
  needs: ["images", "masks"],
  options: {},
  messages: {
    pages: {
      text: "{mask} has {maskPages|page|pages}, its image {imagePages}",
      fix: "Label every page, or split the image into single pages."
    },
    orientation: {
      text: "{mask} has EXIF orientation {maskOrientation}, its image {imageOrientation}",
      fix: "Turn the pixels as the orientation says and remove it, in both files."
    },
    turned: {
      text: "{mask} is {maskSize}, its image {imageSize} with EXIF orientation {imageOrientation} (mask {maskOrientation}): one of them was turned as EXIF says, the other not",
      fix: "Turn the pixels of the one with the orientation and remove it, so that both are stored as they are seen."
    },
    transposed: {
      text: "{mask} is {maskSize}, its image {imageSize}: width and height are swapped",
      fix: "Turn the mask by a quarter, and look at it over the image; or the axes were swapped when it was written."
    },
    scaled: {
      text: "{mask} is {maskSize}, its image {imageSize}: scaled by {factor}",
      fix: "Export the mask at the size of its image, without interpolation."
    },
    cropped: {
      text: "{mask} is {maskSize}, its image {imageSize}: {columns} columns and {rows} rows apart, as on {pairs|pair|pairs} in all",
      fix: "One of the two was cropped or padded by a constant. Do the same to the other; sizes do not tell at which edge."
    },
    size: {
      text: "{mask} is {maskSize}, its image {imageSize}",
      fix: "Find out whether the mask belongs to this image, and whether one of them was cropped or resized."
    },
    clean: { text: "{pairs|mask|masks}, each of the size of its image" },
    differ: { text: "{differing} of {pairs|mask|masks} not of the size or orientation of the image" },
    "no-masks": { text: "labels are no masks" },
    "no-pairs": { text: "no image could be decoded together with its mask" }
  },
  run({ samples, labels, images, masks }) {
    if (labels.kind !== "mask") return { skipped: { messageId: "no-masks", data: {} } };
    const { pairs, unavailable } = listPairs(samples, images, masks);
    const differences = countDifferences(pairs);
    const findings = pairs.flatMap(({ sample: sample2, label, image, mask }) => {
      const difference = compareGeometry(image, mask);
      if (difference === void 0) return [];
      const alike = differences.get(nameDifference(image, mask)) ?? 0;
      const { id, location } = sample2;
      return [
        {
          key: id,
          messageId: difference === "size" && alike >= sameDifferences ? "cropped" : difference,
          data: {
            mask: label,
            maskSize: `${mask.width} × ${mask.height}`,
            imageSize: `${image.width} × ${image.height}`,
            maskPages: mask.pages,
            imagePages: image.pages,
            maskOrientation: mask.orientation,
            imageOrientation: image.orientation,
            factor: mask.width / image.width,
            columns: mask.width - image.width,
            rows: mask.height - image.height,
            pairs: alike
          },
          samples: [id],
          ...location && { location },
          evidence: { image: describe(image), mask: { path: label, ...describe(mask) } }
        }
      ];
    });
    const coverage2 = { evaluated: pairs.length, unavailable };
    if (pairs.length === 0) return { skipped: { messageId: "no-pairs", data: {} }, coverage: coverage2 };
    const counts = { pairs: pairs.length, differing: findings.length };
    return {
      coverage: coverage2,
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? "differ" : "clean", data: counts }
    };
  }
});
var sameDifferences = 3;
function listPairs(samples, images, masks) {
  const labelled2 = samples.filter(({ label }) => label !== void 0);
  const pairs = labelled2.flatMap((sample2) => {
    const { id, label = "" } = sample2;
    const [image, mask] = [images.get(id), masks.get(label)];
    return image?.kind === "image" && mask?.kind === "mask" ? [{ sample: sample2, label, image, mask }] : [];
  });
  return { pairs, unavailable: labelled2.length - pairs.length };
}
function countDifferences(pairs) {
  const counts = /* @__PURE__ */ new Map();
  for (const { image, mask } of pairs) {
    if (compareGeometry(image, mask) !== "size") continue;
    const name = nameDifference(image, mask);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
function nameDifference(image, mask) {
  return `${mask.width - image.width} ${mask.height - image.height}`;
}
function compareGeometry(image, mask) {
  if (image.pages !== mask.pages) return "pages";
  const isSameSize = image.width === mask.width && image.height === mask.height;
  if (isSameSize) return image.orientation === mask.orientation ? void 0 : "orientation";
  if (image.orientation !== mask.orientation && isSameShown(image, mask)) return "turned";
  if (image.width === mask.height && image.height === mask.width) return "transposed";
  return isScaled(image, mask) ? "scaled" : "size";
}
function isSameShown(image, mask) {
  const [a, b] = [image, mask].map(
    ({ width: width3, height, orientation }) => orientation >= 5 ? [height, width3] : [width3, height]
  );
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
function isScaled(image, mask) {
  const grows = mask.width > image.width && mask.height > image.height;
  const shrinks = mask.width < image.width && mask.height < image.height;
  const difference = Math.abs(mask.width * image.height - mask.height * image.width);
  return (grows || shrinks) && difference <= (image.width + image.height) / 2;
}
function describe({ width: width3, height, pages, orientation }) {
  return { width: width3, height, pages, orientation };
}

// src/checks/manifest/sample-of-row.ts
function indexRows(samples) {
  const byRow = /* @__PURE__ */ new Map();
  for (const { id, location } of samples) if (location) byRow.set(formatLocation(location), id);
  return (location) => {
    const id = location && byRow.get(formatLocation(location));
    return id === void 0 ? [] : [id];
  };
}

// src/checks/labels/missing.ts
var missing = defineCheck({
  id: "labels/missing",
  summary: "Is every label that a row names there?",
  description: `A row that names a mask or an annotation declares its image labelled. Where the file is not there, the
image is counted as unlabelled, and a training script either stops or trains it as background. Rows that name no label
are no fault; \`composition/labelled\` counts them. Classes that stand in the manifest itself are no files.

Coverage counts label files that are named: those that are there, and the missing.`,
  defaultSeverity: "warning",
  needs: [],
  options: {},
  messages: {
    "missing-label": {
      text: "{path} is named as a label, but there is no such file",
      fix: "Add the file (it may be in `.gitignore` or not pushed), or correct or empty the cell."
    },
    clean: { text: "{files|label file|label files}, all there" },
    lost: { text: "{lost} of {files|label file|label files} not there" },
    "no-files": { text: "no row names a label file" }
  },
  run({ samples, problems }) {
    const sampleAt = indexRows(samples);
    const findings = problems.flatMap((problem) => {
      if (problem.kind !== "missing-file" || problem.role !== "label") return [];
      const { path, location } = problem;
      return [
        {
          key: path,
          messageId: "missing-label",
          data: { path },
          samples: sampleAt(location),
          ...location && { location },
          evidence: { path }
        }
      ];
    });
    const there = new Set(samples.flatMap(({ label }) => label ?? [])).size;
    const counts = { files: there + findings.length, lost: findings.length };
    if (counts.files === 0) return { skipped: { messageId: "no-files", data: {} } };
    return {
      coverage: { evaluated: counts.files, unavailable: 0 },
      measurements: counts,
      findings,
      summary: { messageId: counts.lost > 0 ? "lost" : "clean", data: counts }
    };
  }
});

// src/checks/labels/class-masks.ts
var minShare = 0.5;
function findClassMasks(paths2, samples, { classes }) {
  const stems = new Set(samples.map(({ id }) => splitName(id).join(" ")));
  const names = classes.map(({ name }) => ({ name, words: splitName(`${name}.`).join(" ") }));
  const found = paths2.flatMap((path) => {
    const words2 = splitName(path).join(" ");
    const named = names.find(({ words: ofClass }) => isImageWith(words2, ofClass, stems));
    return named ? [named.name] : [];
  });
  return found.length >= minShare * paths2.length ? sortedUnique(found) : [];
}
function isImageWith(words2, ofClass, stems) {
  if (ofClass === "") return false;
  return words2.endsWith(` ${ofClass}`) && stems.has(words2.slice(0, -ofClass.length - 1)) || words2.startsWith(`${ofClass} `) && stems.has(words2.slice(ofClass.length + 1));
}
function splitName(path) {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/u, "");
  return name.toLowerCase().split(/[\s._-]+/u);
}

// src/checks/manifest/unlisted-files.ts
function findUnlisted(problems, role) {
  const paths2 = problems.flatMap(
    (problem) => problem.kind === "unlisted" && problem.role === role ? problem.path : []
  );
  return [...groupBy(paths2.sort(), folderOf)].map(([folder, members]) => ({ folder, paths: members }));
}

// src/checks/labels/orphan.ts
var orphan = defineCheck({
  id: "labels/orphan",
  summary: "Does every mask belong to an image?",
  description: `A mask that belongs to no image is work that nobody uses, and often the other half of an image that
counts as unlabelled since the two names differ. Looked for are pictures in the folders of masks; annotations of
other kinds are not. The masks of one folder are one finding. Where most of their names are those of images and of
classes together (\`a_liver.png\`, \`a_kidney.png\`), there is a mask for each class, and holdout reads one for each image.

Coverage counts masks: those of a sample, and the others.`,
  defaultSeverity: "warning",
  needs: [],
  options: {},
  messages: {
    orphans: {
      text: "{files|mask|masks} in {folder} {files:belongs|belong} to no image",
      fix: "Correct the names or the rows that should join them to images, or remove them."
    },
    "one-per-class": {
      text: "{files|mask|masks} in {folder} {files:belongs|belong} to no image: their names are those of images and of the classes {classes}, one mask a class",
      fix: "Join the masks of each image into one file with a value for each class, and name that in the manifest; two masks that overlap have to be decided."
    },
    clean: { text: "each of {masks|mask|masks} belongs to an image" },
    found: { text: "{orphans} of {masks|mask|masks} without an image" },
    "no-masks": { text: "no masks are there" }
  },
  run({ samples, problems, labels }) {
    const folders = findUnlisted(problems, "label");
    const used = labels.kind === "mask" ? new Set(samples.flatMap(({ label }) => label ?? [])).size : 0;
    const orphans = folders.reduce((sum2, { paths: paths2 }) => sum2 + paths2.length, 0);
    const counts = { masks: used + orphans, orphans };
    if (counts.masks === 0) return { skipped: { messageId: "no-masks", data: {} } };
    return {
      coverage: { evaluated: counts.masks, unavailable: 0 },
      measurements: counts,
      findings: folders.map(({ folder, paths: paths2 }) => {
        const classes = findClassMasks(paths2, samples, labels);
        return {
          key: folder,
          messageId: classes.length > 1 ? "one-per-class" : "orphans",
          data: { files: paths2.length, folder: nameFolder(folder), classes },
          samples: [],
          evidence: { files: paths2.length, examples: paths2.slice(0, examplesShown2) }
        };
      }),
      summary: { messageId: orphans > 0 ? "found" : "clean", data: counts }
    };
  }
});
var examplesShown2 = 10;

// src/checks/labels/deviation-cause.ts
var marks = {
  /** Share of the pixels in areas of one value: those of another palette are flat, others next to never. */
  flat: 0.5,
  /** Share beside another class: 0.51 to 1 where masks were resampled, 0.18 to 0.45 after JPEG. */
  atBoundary: 0.5,
  /** Share close to a declared value: 0.72 to 1 after JPEG. */
  near: 0.7,
  /** Share between two declared values: 0.55 to 1 where masks were resampled. */
  blended: 0.3,
  /** Distinct undeclared values: a kernel leaves many, a drawn outline one. */
  minValues: 3,
  /** More undeclared values, flat or not, are no palette's: JPEG of low quality shifts whole areas. */
  paletteValues: 32,
  /** Standard deviations by which edges favour the columns where blocks begin. */
  gridExcess: 5
};
function findDeviationCause(mask) {
  const { deviations, offPalette, strays } = mask;
  if (!deviations || deviations.placed === 0) return void 0;
  const { placed, flat, near, atBoundary, blended, edges, edgesOnGrid } = deviations;
  const isFlat = flat / placed >= marks.flat && strays.length < marks.paletteValues;
  if (isFlat || strays.length < marks.minValues) return "other-values";
  const isNear = near / offPalette >= marks.near;
  const isBlended = blended / offPalette >= marks.blended;
  if ((isNear || isBlended) && gridExcess(edges, edgesOnGrid) >= marks.gridExcess) return "lossy";
  if (isBlended && atBoundary / placed >= marks.atBoundary) return "resampled";
  if (isNear) return "lossy";
  return isBlended ? "resampled" : void 0;
}
function gridExcess(edges, onGrid) {
  return edges === 0 ? 0 : (onGrid - edges / 8) / Math.sqrt(edges * 7 / 64);
}
var ringMarks = {
  /** 0.09 at most in clean masks, from 0.27 where they were resampled. */
  share: 0.2,
  pixels: 8,
  /** Against pixels between: 0.18 at most where masks were resampled, from 0.27 after JPEG of quality 90. */
  isolated: 0.2,
  /** Share of the steps on the grid: 0.23 at most where masks were resampled (by up to 4), 0.25 after JPEG below 90. */
  onGrid: 0.235
};
function findRings({ shapes: shapes2, counts, steps }) {
  const rings = shapes2.filter(
    ({ place, between: between2 }) => between2 >= ringMarks.pixels && between2 / (counts[place] ?? 1) >= ringMarks.share
  );
  if (rings.length === 0) return void 0;
  const between = shapes2.reduce((sum2, shape) => sum2 + shape.between, 0);
  const isolated = shapes2.reduce((sum2, shape) => sum2 + shape.isolated, 0);
  const isLossy = isolated / between >= ringMarks.isolated || steps.onGrid / Math.max(1, steps.count) >= ringMarks.onGrid;
  return {
    cause: isLossy ? "lossy" : "resampled",
    places: rings.map(({ place }) => place),
    pixels: rings.reduce((sum2, ring) => sum2 + ring.between, 0)
  };
}

// src/checks/labels/picture.ts
var maxBits = 6;
function showsImage(mask, image) {
  if (image?.kind !== "image") return false;
  if (mask.bytesHash === image.bytesHash) return true;
  if (!mask.picture) return false;
  const { pixelsHash, perceptualHash } = mask.picture;
  return pixelsHash === image.pixelsHash || countDifferingBits(perceptualHash, image.perceptualHash) <= maxBits;
}
function countDifferingBits(a, b) {
  let difference = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; difference > 0n; difference >>= 1n) bits += Number(difference & 1n);
  return bits;
}

// src/checks/labels/palette.ts
var palette = defineCheck({
  id: "labels/palette",
  summary: "Do masks hold the declared colours and no others?",
  description: `A training script looks colours up: a pixel whose colour is only nearly that of a class becomes
background, or an error. What is off the palette tells how it came to be, and each cause is mended elsewhere:

- red and blue exchanged: read the other way round, the pixels have declared colours. A palette that is the same both
  ways (red with blue, yellow with cyan) hides this; \`swapIsVisible\` says whether yours does;
- resampled: blends of two declared colours, along the boundaries of classes;
- lossy compression: many small deviations from declared colours, up to a block away from any boundary, starting in
  columns that are multiples of 8;
- another palette: areas of few other colours, often the same in many masks; the greys of the declared colours; or class
  indices instead of colours;
- the label in the alpha channel; transparent pixels that are read as a class;
- a picture in place of a mask.

The undeclared colours with most pixels are shown, at most eight, each with the declared colour at the least Euclidean
distance in RGB (0–441; of two at one distance the first declared).

Coverage counts masks: those that were decoded, and the others.`,
  defaultSeverity: "error",
  needs: ["images", "masks"],
  options: {
    maxOffPalette: {
      type: "number",
      default: 0,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Largest share of a mask's pixels that may have an undeclared colour."
    }
  },
  messages: {
    swapped: {
      text: "{mask}: {share%} of the pixels are off the palette, {swappedShare%} with red and blue exchanged",
      fix: "Write the mask as RGB; OpenCV writes what it is given as BGR."
    },
    lossy: {
      text: "{mask}: {share%} of the pixels are off the palette, since {format} changes colours",
      fix: "Export the mask again from its source, as PNG."
    },
    "was-lossy": {
      text: "{mask}: {share%} of the pixels deviate a little from declared colours, as after JPEG or lossy WebP ({distinct|colour|colours})",
      fix: "The mask was compressed before it became what it is: export it again from its source, as PNG from the first step on."
    },
    resampled: {
      text: "{mask}: {share%} of the pixels have blends of two declared colours, along boundaries: it was resized with interpolation, or drawn with soft edges",
      fix: "Resize masks with nearest-neighbour interpolation only, and export them without anti-aliasing."
    },
    unknown: {
      text: "{mask}: {share%} of the pixels have {colors}, which no class has, as in {alike|other mask|other masks}",
      fix: "Declare a class for each of these colours under `labels.classes`, add them to `labels.ignore`, or export the masks with the declared palette."
    },
    indices: {
      text: "{mask} holds {indices} as greys: class indices, but classes are declared by colour",
      fix: "Declare each class by `index` in place of `color`, or export the mask in colours."
    },
    greyed: {
      text: "{mask} holds greys, those of the declared colours: it was turned to grey",
      fix: "Export the mask in colours: two classes may have one grey."
    },
    alpha: {
      text: "{mask} has one colour and {levels|alpha value|alpha values}: the label is in the alpha channel",
      fix: "Write the label as colours, without alpha; most programs drop alpha when they read a mask."
    },
    transparent: {
      text: "{mask}: {transparent%} of the pixels are transparent, and their colour is read as something else than background",
      fix: "Flatten the mask onto the background colour and save it without alpha."
    },
    picture: {
      text: "{mask} holds {distinct|colour|colours}, as a picture does, not a mask",
      fix: "Put the mask there: this may be the image itself, or the mask drawn over it."
    },
    "off-palette": {
      text: "{mask}: {share%} of the pixels have none of the declared colours ({distinct|colour|colours} in the mask)",
      fix: "Declare the colours under `labels.classes`, or export the mask again without anti-aliasing and resize it with nearest-neighbour interpolation only."
    },
    clean: { text: "{masks|mask|masks}, all of declared colours" },
    strays: { text: "{failing} of {masks|mask|masks} with undeclared colours" },
    "no-colors": { text: "labels are no masks of colours" },
    "no-masks": { text: "no mask could be decoded" }
  },
  run(dataset, options2) {
    if (dataset.maskPalette?.kind !== "color") return { skipped: { messageId: "no-colors", data: {} } };
    const colors = nameColors(dataset, dataset.maskPalette.colors);
    const { decoded, unavailable } = listMasks(dataset);
    const coverage2 = { evaluated: decoded.length, unavailable };
    if (decoded.length === 0) return { skipped: { messageId: "no-masks", data: {} }, coverage: coverage2 };
    const masksByColors = countAlike(decoded);
    const findings = decoded.flatMap((one) => {
      const fault = findFault2(one, dataset, colors, options2.maxOffPalette);
      if (fault === void 0) return [];
      const { path, mask, samples } = one;
      const location = samples.find((sample2) => sample2.location)?.location;
      const share2 = mask.offPalette / mask.pixels;
      const values2 = mask.strays.map(({ value }) => value).sort();
      return [
        {
          key: path,
          messageId: fault,
          data: {
            mask: path,
            share: share2,
            distinct: mask.distinct,
            ...describeFault(mask, values2),
            alike: (masksByColors.get(values2.join()) ?? 1) - 1
          },
          samples: samples.map((sample2) => sample2.id),
          ...location && { location },
          evidence: {
            share: share2,
            offPalettePixels: mask.offPalette,
            distinctColors: mask.distinct,
            strays: describeStrays(mask, colors),
            ...mask.deviations && { deviations: { ...mask.deviations } },
            ...mask.alpha && { alpha: { ...mask.alpha } }
          }
        }
      ];
    });
    const pixels = decoded.reduce((sum2, { mask }) => sum2 + mask.pixels, 0);
    const strayPixels = decoded.reduce((sum2, { mask }) => sum2 + mask.offPalette, 0);
    return {
      coverage: coverage2,
      measurements: {
        masks: decoded.length,
        failing: findings.length,
        offPaletteShare: pixels === 0 ? 0 : strayPixels / pixels,
        swapIsVisible: colors.some(
          ({ color }) => !colors.some((other) => other.color === exchangeRedAndBlue(color))
        ),
        unusedColors: colors.filter((_, place) => decoded.every(({ mask }) => (mask.counts[place] ?? 0) === 0)).map(({ color }) => color)
      },
      findings,
      summary: {
        messageId: findings.length > 0 ? "strays" : "clean",
        data: { masks: decoded.length, failing: findings.length }
      }
    };
  }
});
var maxLeftWhenSwapped = 0.1;
var nearOfMasks = 0.7;
var maxPaletteColors = 32;
var straysShown = 8;
function findFault2({ mask, samples }, dataset, colors, maxOffPalette) {
  const { alpha, offPalette, pixels, deviations, strays, isLossy, picture } = mask;
  if (alpha && alpha.distinct > 1 && mask.distinct === 1) return "alpha";
  if (alpha && alpha.transparentLabelled > 0 && offPalette <= alpha.transparentLabelled) return "transparent";
  if (offPalette === 0 || offPalette / pixels <= maxOffPalette) return void 0;
  if (deviations && deviations.swapped <= maxLeftWhenSwapped * offPalette) return "swapped";
  if (samples.some(({ id }) => showsImage(mask, dataset.images.get(id)))) return "picture";
  if (isLossy) return "lossy";
  if (picture && offPalette > pixels / 2 && (deviations?.near ?? 0) < nearOfMasks * offPalette)
    return "picture";
  const cause = findDeviationCause(mask);
  if (cause === "lossy") return "was-lossy";
  if (cause === "resampled") return "resampled";
  return cause === "other-values" && strays.length < maxPaletteColors ? nameOtherPalette(mask, colors) : "off-palette";
}
function nameOtherPalette({ strays }, colors) {
  const greys = strays.map(({ value }) => greyOf(value));
  if (greys.every((grey) => grey !== void 0 && grey < colors.length)) return "indices";
  const isGreyed = strays.length <= colors.length && greys.every((grey) => isGreyOf(grey, colors));
  return isGreyed ? "greyed" : "unknown";
}
function describeFault(mask, values2) {
  const { alpha, deviations, pixels, format } = mask;
  return {
    swappedShare: (deviations?.swapped ?? mask.offPalette) / pixels,
    format: format === "webp" ? "lossy WebP" : format.toUpperCase(),
    colors: values2,
    indices: values2.map((value) => greyOf(value) ?? value),
    levels: alpha?.distinct ?? 1,
    transparent: (alpha?.transparentLabelled ?? 0) / pixels
  };
}
function countAlike(masks) {
  const counts = /* @__PURE__ */ new Map();
  for (const { mask } of masks) {
    const name = mask.strays.map(({ value }) => value).sort().join();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
function nameColors(dataset, colors) {
  return colors.map((rgb, place) => ({ name: namePlace(dataset, place), color: formatColor(rgb), rgb }));
}
function describeStrays({ strays }, colors) {
  return strays.slice(0, straysShown).map(({ value, pixels }) => {
    const rgb = parseColor(value);
    const [nearest] = colors.map(({ name, color, rgb: declared }) => ({ name, color, distance: distanceBetween(rgb, declared) })).sort((a, b) => a.distance - b.distance);
    return { value, pixels, ...nearest && { nearest: { ...nearest } } };
  });
}
function exchangeRedAndBlue(color) {
  return `#${color.slice(5, 7)}${color.slice(3, 5)}${color.slice(1, 3)}`;
}
function greyOf(color) {
  const [red, green, blue] = parseColor(color);
  return red === green && red === blue ? red : void 0;
}
function isGreyOf(grey, colors) {
  return grey !== void 0 && colors.some(
    ({ rgb: [red, green, blue] }) => Math.abs(0.299 * red + 0.587 * green + 0.114 * blue - grey) <= 1
  );
}

// src/checks/labels/draw-cover.ts
var CoverDraw = class {
  #alike;
  #seen;
  constructor(candidates, seed) {
    const ranked = candidates.map((candidate) => ({ candidate, rank: rankText(candidate.id, seed) }));
    ranked.sort((a, b) => a.rank - b.rank || (a.candidate.id < b.candidate.id ? -1 : 1));
    const numbers = new Numbers();
    const alike = /* @__PURE__ */ new Map();
    ranked.forEach(({ candidate }, place) => {
      const shows = candidate.shows.map(
        (names, kind) => [...new Set(names)].map((name2) => numbers.numberOf(kind, name2))
      );
      const name = shows.map((of) => of.join()).join(";");
      const others = alike.get(name);
      if (others) others.left.push({ candidate, place });
      else alike.set(name, { shows, left: [{ candidate, place }] });
    });
    this.#alike = [...alike.values()];
    this.#seen = new Uint8Array(numbers.count);
  }
  /**
   * The next candidate, or the next of those that `isWanted`; undefined where there is none. Only a choice among all
   * begins again when everything has been shown.
   */
  next(isWanted) {
    let best = this.#findBest(isWanted);
    if (best?.hasNews === false && !isWanted) {
      this.#seen.fill(0);
      best = this.#findBest();
    }
    if (!best) return void 0;
    const { alike, entry } = best;
    alike.left.splice(alike.left.indexOf(entry), 1);
    for (const numbers of alike.shows) for (const number of numbers) this.#seen[number] = 1;
    return entry.candidate;
  }
  #findBest(isWanted = () => true) {
    let best;
    for (const alike of this.#alike) {
      const entry = alike.left.find(({ candidate }) => isWanted(candidate));
      if (!entry) continue;
      const news = alike.shows.map((numbers) => this.#countNews(numbers));
      const more = best ? compareCounts(news, best.news) : 1;
      if (more > 0 || more === 0 && best && entry.place < best.entry.place) best = { alike, entry, news };
    }
    return best && { ...best, hasNews: best.news.some((count2) => count2 > 0) };
  }
  #countNews(numbers) {
    let count2 = 0;
    for (const number of numbers) if (this.#seen[number] === 0) count2++;
    return count2;
  }
};
var Numbers = class {
  #byKind = [];
  count = 0;
  numberOf(kind, name) {
    const names = this.#byKind[kind] ??= /* @__PURE__ */ new Map();
    const known = names.get(name);
    if (known !== void 0) return known;
    names.set(name, this.count);
    return this.count++;
  }
};
function compareCounts(a, b) {
  const kinds = Math.max(a.length, b.length);
  for (let kind = 0; kind < kinds; kind++) {
    const difference = (a[kind] ?? 0) - (b[kind] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
function rankText(text, seed) {
  let hash = (2166136261 ^ Math.imul(seed | 0, 2654435761)) >>> 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  hash = Math.imul(hash ^ hash >>> 13, 3266489909);
  return (hash ^ hash >>> 16) >>> 0;
}

// src/checks/labels/sample.ts
var sample = defineCheck({
  id: "labels/sample",
  summary: "What do the labels look like?",
  description: `No statistic replaces a look at the labels. A few samples are drawn, so that a small sheet shows the
whole dataset: each next one is the one that shows the most combinations of class, domain and split that none before
it has shown, among equals a subject that none has shown, and then a class of a subject. When all have been shown, the
choice begins again. Ties are decided by \`seed\`, so the same dataset gives the same sheet.

Suspicious samples come first: those that a finding under \`labels/\` or \`images/\` names and the config does not accept,
the kinds of findings in turn, the gravest first, up to \`suspiciousShare\` of the sheet.

The check chooses; \`holdout sample\` draws the sheet, and \`holdout check --pictures\` puts it beside a report. It finds
nothing wrong by itself.

Coverage counts labelled samples: those whose image and label could be read, and the others.`,
  defaultSeverity: "info",
  needs: ["images", "masks", "annotations"],
  runsLast: true,
  options: {
    size: {
      type: "integer",
      default: 24,
      minimum: 1,
      maximum: 96,
      unit: "samples",
      description: "Samples on the sheet."
    },
    seed: {
      type: "integer",
      default: 1,
      minimum: 0,
      maximum: 2147483647,
      unit: "a whole number",
      description: "Decides between samples that show equally much; another seed gives another sheet."
    },
    suspiciousShare: {
      type: "number",
      default: 0.5,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Share of the sheet that is kept for suspicious samples, where there are as many."
    }
  },
  messages: {
    drawn: {
      text: "{drawn} of {candidates|labelled sample|labelled samples} drawn, {suspicious} of them suspicious; {combinations%} of the combinations of class, domain and split shown"
    },
    "no-labels": { text: "no labelled sample could be read" }
  },
  run(dataset, { size: size2, seed, suspiciousShare }, found = []) {
    const presence = findClassPresence(dataset);
    const suspicions = findSuspicions(found);
    const labelled2 = presence.bySample.size + presence.unavailable;
    const candidates = listCandidates(dataset, presence, suspicions);
    const coverage2 = { evaluated: candidates.length, unavailable: labelled2 - candidates.length };
    if (candidates.length === 0) return { skipped: { messageId: "no-labels", data: {} }, coverage: coverage2 };
    const drawn = drawSamples(candidates, size2, seed, suspiciousShare);
    const [combinations, subjects] = [0, 1].map((kind) => ({
      present: countShown(candidates, kind),
      drawn: countShown(drawn, kind)
    }));
    const suspicious = {
      present: candidates.filter(isSuspicious).length,
      drawn: drawn.filter(isSuspicious).length
    };
    return {
      coverage: coverage2,
      measurements: {
        candidates: candidates.length,
        combinations: { ...combinations },
        subjects: { ...subjects },
        suspicious,
        seed,
        unit: presence.unit,
        tiles: drawn.map((one) => describeTile(one, dataset, presence))
      },
      findings: [],
      summary: {
        messageId: "drawn",
        data: {
          drawn: drawn.length,
          candidates: candidates.length,
          suspicious: suspicious.drawn,
          combinations: (combinations?.drawn ?? 0) / (combinations?.present ?? 1)
        }
      }
    };
  }
});
var maxSuspicionsShown = 4;
var maxClassesShown = 50;
var severityRanks = { error: 0, warning: 1, info: 2 };
function findSuspicions(found) {
  const telling = found.filter(({ check }) => /^(?:labels|images)\//u.test(check)).sort((a, b) => severityRanks[a.severity] - severityRanks[b.severity]);
  const bySample = /* @__PURE__ */ new Map();
  for (const one of telling)
    for (const id of new Set(one.finding.samples)) {
      const others = bySample.get(id);
      if (others) others.push(one);
      else bySample.set(id, [one]);
    }
  return bySample;
}
function listCandidates({ images }, { bySample }, suspicions) {
  return [...bySample].flatMap(([sample2, shown]) => {
    if (images.get(sample2.id)?.kind !== "image") return [];
    const { id, domain = null, subject: subject2 } = sample2;
    const split = soleSplit(sample2) ?? null;
    const classes = shown.size > 0 ? [...shown.keys()] : [null];
    const combinations = classes.map((name) => JSON.stringify([name, domain, split]));
    const ofSubject = subject2 === void 0 ? [] : classes.map((name) => JSON.stringify([name, subject2]));
    return [
      {
        id,
        sample: sample2,
        suspicions: suspicions.get(id) ?? [],
        shows: [combinations, subject2 === void 0 ? [] : [subject2], ofSubject]
      }
    ];
  });
}
function drawSamples(candidates, size2, seed, suspiciousShare) {
  const draw = new CoverDraw(candidates, seed);
  const drawn = drawSuspicious(candidates, draw, Math.round(size2 * suspiciousShare));
  while (drawn.length < size2) {
    const next = draw.next();
    if (!next) break;
    drawn.push(next);
  }
  return drawn.map((one, turn) => ({ one, turn, gravity: gravityOf(one) })).sort((a, b) => a.gravity - b.gravity || a.turn - b.turn).map(({ one }) => one);
}
function drawSuspicious(candidates, draw, wanted) {
  const kinds = groupBy(
    candidates.flatMap(({ suspicions }) => suspicions),
    nameKind
  );
  const byGravity = [...kinds].sort(
    ([, [a]], [, [b]]) => severityRanks[a?.severity ?? "info"] - severityRanks[b?.severity ?? "info"]
  );
  const drawn = [];
  let left2 = byGravity.map(([kind]) => kind);
  while (left2.length > 0 && drawn.length < wanted) {
    const fruitful = [];
    for (const kind of left2) {
      if (drawn.length === wanted) break;
      const next = draw.next(({ suspicions }) => suspicions.some((one) => nameKind(one) === kind));
      if (!next) continue;
      drawn.push(next);
      fruitful.push(kind);
    }
    left2 = fruitful;
  }
  return drawn;
}
function nameKind({ check, finding }) {
  return `${check} ${finding.messageId}`;
}
function isSuspicious({ suspicions }) {
  return suspicions.length > 0;
}
function gravityOf({ suspicions: [gravest] }) {
  return gravest ? severityRanks[gravest.severity] : 3;
}
function countShown(drawn, kind) {
  return sortedUnique(drawn.flatMap(({ shows }) => shows[kind] ?? [])).length;
}
function describeTile({ sample: sample2, suspicions }, { masks }, { bySample, unit }) {
  const { id, label, domain, subject: subject2, splits: splits2 } = sample2;
  const mask = label === void 0 ? void 0 : masks.get(label);
  const pixels = mask?.kind === "mask" ? mask.pixels : 1;
  const shown = [...bySample.get(sample2) ?? []].sort(([, a], [, b]) => b - a);
  return {
    sample: id,
    ...label !== void 0 && { label },
    ...subject2 !== void 0 && { subject: subject2 },
    ...domain !== void 0 && { domain },
    splits: splits2,
    classes: shown.slice(0, maxClassesShown).map(([name, amount]) => ({
      name,
      ...unit === "pixels" && { share: amount / pixels },
      ...unit === "boxes" && { objects: amount }
    })),
    classesTotal: shown.length,
    suspicions: suspicions.slice(0, maxSuspicionsShown).map(({ check, finding: { key, messageId } }) => ({
      check,
      key,
      messageId
    })),
    suspicionsTotal: suspicions.length
  };
}

// src/checks/labels/identical-masks.ts
var maxCompared2 = 100;
function findIdenticalMasks(masks, dataset) {
  const clusterOf = /* @__PURE__ */ new Map();
  dataset.nearDuplicates?.clusters.forEach(
    ({ members }, index) => members.forEach((member) => clusterOf.set(member, index))
  );
  const groups = groupBy(masks.filter(isTelling), ({ mask }) => mask.labelHash);
  return [...groups.values()].flatMap((members) => {
    const samples = members.flatMap((member) => member.samples).sort((a, b) => compareText(a.id, b.id));
    const odd = samples.filter(
      (sample2) => samples.slice(0, maxCompared2).some((other) => sample2 !== other && areUnrelated(sample2, other))
    );
    if (odd.length < 2) return [];
    const ids = new Set(odd.map(({ id }) => id));
    const paths2 = members.filter((member) => member.samples.some(({ id }) => ids.has(id)));
    return [{ paths: paths2.map(({ path }) => path), samples: odd }];
  }).sort((a, b) => compareText(a.paths[0] ?? "", b.paths[0] ?? ""));
  function areUnrelated(a, b) {
    const [imageA, imageB] = [dataset.images.get(a.id), dataset.images.get(b.id)];
    if (imageA?.kind !== "image" || imageB?.kind !== "image") return false;
    if (imageA.pixelsHash === imageB.pixelsHash) return false;
    const cluster = clusterOf.get(a.id);
    if (cluster !== void 0 && cluster === clusterOf.get(b.id)) return false;
    return !shareClip(a, b);
  }
}
function shareClip(a, b) {
  const kinds = Object.keys(a.groups).filter((kind) => Object.hasOwn(b.groups, kind));
  if (kinds.length > 0) return kinds.some((kind) => a.groups[kind] === b.groups[kind]);
  return a.subject !== void 0 && a.subject === b.subject;
}
function isTelling({ mask }) {
  return mask.shapes.some(({ place, box }) => {
    const area = (box.right - box.left + 1) * (box.bottom - box.top + 1);
    return (mask.counts[place] ?? 0) < area;
  });
}

// src/checks/labels/judged-masks.ts
function listJudgedMasks(dataset) {
  const { decoded, unavailable } = listMasks(dataset);
  const judged = decoded.filter(
    ({ mask }) => mask.offPalette === 0 && !mask.isLossy && !mask.alpha?.transparentLabelled && mask.labelHash !== void 0 && findRings(mask) === void 0
  );
  return { judged, unavailable: unavailable + decoded.length - judged.length };
}

// src/checks/labels/robust-spread.ts
var normalScale = 1.482602218505602;
function robustDeviation(values2) {
  const middle = median(values2);
  return normalScale * median(values2.map((value) => Math.abs(value - middle)));
}
function describeUsual(bySubject) {
  const subjects = [...bySubject];
  const centers = subjects.map(median);
  return {
    center: median(centers),
    spread: Math.hypot(robustDeviation(centers), median(subjects.map(robustDeviation)))
  };
}

// src/checks/labels/odd-shapes.ts
function findOddShapes(masks, { maskClasses }, limits) {
  return maskClasses.flatMap((name, place) => {
    if (name === void 0) return [];
    const seen = masks.flatMap((one) => {
      const shape = one.mask.shapes.find((candidate) => candidate.place === place);
      return shape ? [{ one, shape, name, share: (one.mask.counts[place] ?? 0) / one.mask.pixels }] : [];
    });
    return [
      ...findSpecks(seen, limits),
      ...findRare(seen, limits, "holes", measureHoles),
      ...findRare(seen, limits, "parts", measureParts),
      ...findRare(seen, limits, "border", measureBorder),
      ...findSizes(seen, limits)
    ];
  });
}
var largestInSpecks = 20;
function findSpecks(seen, { speckPixels, minSpecks }) {
  return seen.flatMap(({ one, shape, name }) => {
    const specks = shape.smallest.filter((pixels) => pixels < speckPixels).length;
    const largest = shape.largest[0]?.pixels ?? 0;
    if (specks < minSpecks || largest < largestInSpecks * speckPixels) return [];
    return [{ kind: "specks", one, name, measured: { specks, speckPixels, parts: shape.parts } }];
  });
}
function findRare(seen, limits, kind, measure) {
  if (seen.length < limits.minMasks) return [];
  const odd = seen.flatMap((shape) => {
    const measured = measure(shape, limits);
    return measured ? [{ kind, one: shape.one, name: shape.name, measured }] : [];
  });
  if (odd.length > limits.rareShare * seen.length) return [];
  return odd.map((one) => ({
    ...one,
    measured: { ...one.measured, masksOfClass: seen.length, masksAlike: odd.length }
  }));
}
function measureHoles({ shape }, { speckPixels, minSpecks }) {
  const { holes, smallestHoles } = shape;
  const isOdd = holes >= minSpecks || (smallestHoles.at(-1) ?? 0) >= speckPixels;
  return isOdd ? { holes, largestHole: smallestHoles.at(-1) ?? 0 } : void 0;
}
function measureParts({ one, shape }, { partShare, partGap }) {
  const [first, second] = shape.largest;
  if (!first || !second || second.pixels < partShare * first.pixels) return void 0;
  const { width: width3, height } = one.mask;
  const distance = Math.hypot((first.x - second.x) * width3, (first.y - second.y) * height);
  const gap = distance / Math.hypot(width3, height);
  return gap < partGap ? void 0 : { gap, pixels: [first.pixels, second.pixels] };
}
function measureBorder({ one, shape }, { borderShare }) {
  const { width: width3, height } = one.mask;
  const all = width3 === 1 || height === 1 ? width3 * height : 2 * (width3 + height) - 4;
  const share2 = shape.borderPixels / all;
  return share2 < borderShare ? void 0 : { borderShare: share2 };
}
function findSizes(seen, { minMasks, minSubjects, sizeScore, sizeRatio }) {
  const bySubject = /* @__PURE__ */ new Map();
  for (const { one, share: share2 } of seen) {
    const subject2 = one.samples.find((sample2) => sample2.subject !== void 0)?.subject;
    if (subject2 === void 0) continue;
    const sizes = bySubject.get(subject2);
    if (sizes) sizes.push(Math.sqrt(share2));
    else bySubject.set(subject2, [Math.sqrt(share2)]);
  }
  if (seen.length < minMasks || bySubject.size < minSubjects) return [];
  const { center, spread } = describeUsual(bySubject.values());
  if (spread === 0) return [];
  return seen.flatMap(({ one, name, share: share2 }) => {
    const score = (Math.sqrt(share2) - center) / spread;
    const ratio2 = share2 / center ** 2;
    const isFar = ratio2 >= sizeRatio || ratio2 <= 1 / sizeRatio;
    if (!isFar || Math.abs(score) < sizeScore) return [];
    const measured = { share: share2, usualShare: center ** 2, score, ratio: ratio2, subjects: bySubject.size };
    return [{ kind: "size", one, name, measured }];
  });
}

// src/checks/labels/shapes.ts
var shapes = defineCheck({
  id: "labels/shapes",
  summary: "Do masks look like the other masks of the dataset?",
  description: `A slip of the brush, a fill that stopped short, a mask saved under another image's name: none of these
holds a wrong value, and all of them show in the shapes. Every class is split into its connected parts (neighbours by
sides and corners) and compared with the class in the other masks:

- specks: many parts of a few pixels beside a large one;
- holes in a class that has next to none elsewhere;
- two large parts far from each other, where nearly every other mask has one;
- a class along nearly the whole frame, as in an inverted mask;
- a size far from the usual. The size is the square root of the class's share of the pixels; the usual size is the
  median of the *subjects'* medians, and scores are in units of √(b² + w²), b being the median absolute deviation
  (times 1.4826, as for a normal distribution) of the subjects' medians, w the median of the same within subjects;
- one mask on different images that are no frames of one clip and no copies of each other;
- a mask that is the image itself.

Masks with undeclared or changed values are left to \`labels/palette\` and \`labels/values\`. On the 986 clean masks of
examples/abdomen-ultrasound the defaults find nothing: the largest score is 4.6, and no class has more than two specks.

Coverage counts masks: those of declared values, and the others.`,
  defaultSeverity: "warning",
  needs: ["images", "masks", "near-duplicates"],
  options: {
    speckPixels: {
      type: "integer",
      default: 16,
      minimum: 1,
      unit: "pixels",
      description: "A part or hole of fewer pixels is a speck; 16 is a slip of a brush of 4 × 4."
    },
    minSpecks: {
      type: "integer",
      default: 5,
      minimum: 1,
      maximum: 16,
      unit: "specks",
      description: "Specks (or holes) of one class in one mask from which they are reported."
    },
    rareShare: {
      type: "number",
      default: 0.05,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Share of a class's masks up to which holes, far parts and a full border are odd."
    },
    minMasks: {
      type: "integer",
      default: 20,
      minimum: 2,
      unit: "masks",
      description: "Masks of a class from which it is known what is usual: 5 % of 20 is one."
    },
    partShare: {
      type: "number",
      default: 0.1,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Pixels of the second part against those of the largest from which it counts as a part."
    },
    partGap: {
      type: "number",
      default: 0.25,
      minimum: 0,
      maximum: 1,
      unit: "share of the mask's diagonal (0–1)",
      description: "Distance of the centres of two parts from which they are far apart."
    },
    borderShare: {
      type: "number",
      default: 0.9,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Share of the outermost pixels from which a class fills the border."
    },
    sizeScore: {
      type: "number",
      default: 6,
      minimum: 0,
      unit: "robust standard deviations",
      description: "Distance from the usual size from which one is odd. Single values are called outliers from 3.5 (Iglewicz and Hoaglin 1993); with thousands of masks, more is needed."
    },
    sizeRatio: {
      type: "number",
      default: 2,
      minimum: 1,
      unit: "times",
      description: "Area against the usual one (or the reverse) from which a size is odd, where sizes hardly spread."
    },
    minSubjects: {
      type: "integer",
      default: 5,
      minimum: 2,
      unit: "subjects",
      description: "Subjects with the class from which the usual size is known."
    }
  },
  messages: {
    specks: {
      text: "{mask}: {name} has {specks|speck|specks} of fewer than {speckPixels|pixel|pixels}",
      fix: "Remove the parts that a slip of the brush or a threshold left."
    },
    holes: {
      text: "{mask}: {name} has {holes|hole|holes}, the largest of {largestHole|pixel|pixels}; {masksAlike} of {masksOfClass} masks have such",
      fix: "Fill the holes, unless the image shows them."
    },
    parts: {
      text: "{mask}: {name} lies in two parts, {gap%} of the diagonal apart, as in {masksAlike} of {masksOfClass} masks",
      fix: "Look at the smaller part: it may be another class, or belong to another image."
    },
    border: {
      text: "{mask}: {name} fills {borderShare%} of the border, as in {masksAlike} of {masksOfClass} masks",
      fix: "The class and the background may be exchanged (an inverted mask), or a fill has run over."
    },
    size: {
      text: "{mask}: {name} takes {share%} of the pixels, usually {usualShare%} ({score} robust standard deviations over {subjects|subject|subjects})",
      fix: "Look at the mask over its image: a fill ran over or stopped short, another class was drawn, or the image has another scale."
    },
    identical: {
      text: "{images|different image has|different images have} one mask: {masks}",
      fix: "Find out which image it belongs to, and draw the others: one may have been saved under the name of the other."
    },
    "is-image": {
      text: "{mask} is the image itself, not a mask",
      fix: "Put the mask there: the image was saved or copied in its place."
    },
    clean: { text: "{masks|mask|masks}, none unlike the others" },
    found: { text: "{odd} of {masks|mask|masks} unlike the others" },
    "no-masks": { text: "labels are no masks, or no mask of declared values could be decoded" }
  },
  run(dataset, limits) {
    if (dataset.maskPalette === void 0) return { skipped: { messageId: "no-masks", data: {} } };
    const { judged, unavailable } = listJudgedMasks(dataset);
    const images = findImages(dataset);
    const coverage2 = { evaluated: judged.length, unavailable };
    if (judged.length === 0 && images.length === 0)
      return { skipped: { messageId: "no-masks", data: {} }, coverage: coverage2 };
    const findings = [
      ...findOddShapes(judged, dataset, limits).map(reportShape),
      ...findIdenticalMasks(judged, dataset).map(reportIdentical),
      ...images.map(reportImage)
    ];
    const odd = new Set(findings.flatMap(({ samples }) => samples)).size;
    const data = { masks: judged.length + images.length, odd: Math.min(odd, judged.length + images.length) };
    return {
      coverage: coverage2,
      measurements: { ...data, findings: countKinds(findings) },
      findings,
      summary: { messageId: findings.length > 0 ? "found" : "clean", data }
    };
  }
});
function findImages(dataset) {
  return listMasks(dataset).decoded.filter(
    ({ mask, samples }) => samples.some(({ id }) => showsImage(mask, dataset.images.get(id)))
  );
}
function reportShape({ kind, one, name, measured }) {
  return {
    key: `${kind} ${name} ${one.path}`,
    messageId: kind,
    data: { mask: one.path, name, ...measured },
    ...about(one.samples),
    evidence: { class: name, ...measured }
  };
}
function reportIdentical({
  paths: paths2,
  samples
}) {
  return {
    key: `identical ${paths2[0] ?? ""}`,
    messageId: "identical",
    data: { masks: paths2, images: samples.length },
    ...about(samples),
    evidence: { masks: paths2, images: samples.map(({ id }) => id) }
  };
}
function reportImage({ path, mask, samples }) {
  return {
    key: `is-image ${path}`,
    messageId: "is-image",
    data: { mask: path },
    ...about(samples),
    evidence: { distinctValues: mask.distinct, format: mask.format }
  };
}
function about(samples) {
  const location = samples.find((sample2) => sample2.location)?.location;
  return { samples: samples.map(({ id }) => id), ...location && { location } };
}
function countKinds(findings) {
  const counts = {};
  for (const { messageId } of findings) counts[messageId] = (counts[messageId] ?? 0) + 1;
  return counts;
}

// src/checks/labels/index-reading.ts
var maxValues2 = 64;
function listValues({ counts, strays, distinct }, { indices }) {
  const declared = indices.filter((_, place) => (counts[place] ?? 0) > 0);
  const undeclared = strays.map(({ value }) => Number(value));
  if (declared.length + undeclared.length !== distinct || undeclared.some(Number.isNaN)) return void 0;
  const values2 = [...declared, ...undeclared].sort((a, b) => a - b);
  return values2.length > maxValues2 ? void 0 : values2;
}
function divide(value, factor, indices) {
  const index = Math.round(value / factor);
  return Math.round(index * factor) === value && indices.has(index) ? index : void 0;
}
var whitest = 255;
function findFactor(masks, indices) {
  const declared = new Set(indices);
  const most = Math.min(whitest, Math.max(0, ...indices));
  const factors = /* @__PURE__ */ new Set([
    ...masks.map((values2) => values2.reduce(greatestCommonDivisor, 0)),
    masks.flat().reduce(greatestCommonDivisor, 0),
    ...Array.from({ length: most }, (_, index) => whitest / (index + 1))
  ]);
  let best;
  for (const factor of [...factors].sort((a, b) => b - a)) {
    if (factor <= 1) continue;
    const explained = masks.filter(
      (values3) => values3.every((value) => divide(value, factor, declared) !== void 0)
    );
    const values2 = new Set(explained.flat().filter((value) => value !== 0));
    if (values2.size < 2) continue;
    if (!best || explained.length > best.explained) best = { factor, explained: explained.length };
  }
  return best?.factor;
}
function greatestCommonDivisor(a, b) {
  let [larger, smaller] = [a, b];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
var wrapped = /* @__PURE__ */ new Set([255, 65535]);
function findShift({ counts, strays, pixels }, values2, indices) {
  const declared = new Set(indices);
  if ((counts[0] ?? 0) === 0 && values2.every((value) => declared.has(value - 1))) return 1;
  const wrap = strays.find(({ value }) => wrapped.has(Number(value)));
  const isLargest = wrap !== void 0 && wrap.pixels >= Math.max(...counts, pixels / 4);
  const others = values2.filter((value) => !wrapped.has(value));
  const isShifted = others.length > 0 && others.every((value) => declared.has(value + 1));
  return isLargest && strays.length === 1 && isShifted ? -1 : void 0;
}

// src/checks/labels/values.ts
var values = defineCheck({
  id: "labels/values",
  summary: "Do masks hold the declared indices and no others?",
  description: `An index that no class has is an error inside the loss, or, worse, silently another class. How the
values came to be is told from all of them together:

- 0 and 255: made to be looked at; 255 is white on a screen, and no class;
- indices times a constant (0, 50, 100, … or spread over 0–255), or widened to 16 bits (times 256 or 257);
- all values one too large, with no background where the other masks have some; or one too small, where the background
  has become the largest value that there is;
- an indexed PNG whose palette holds the declared values, while the stored indices are others. holdout reads indices, as
  Pillow does; OpenCV reads the palette;
- one bit a pixel, which holds 0 and 1 alone;
- values in between, along boundaries: resized with interpolation. Where every value in between is an index of its own,
  a class that is mostly lines one or two pixels wide between a lower and a higher index gives it away;
- values around the declared ones: lossy compression;
- colours, or a picture in place of a mask.

The undeclared values with most pixels are shown, at most eight.

Coverage counts masks: those that were decoded, and the others.`,
  defaultSeverity: "error",
  needs: ["images", "masks"],
  options: {},
  messages: {
    binary: {
      text: "{mask} holds 0 and 255 instead of class indices",
      fix: "Declare the class with index 255, or write its index in place of 255."
    },
    scaled: {
      text: "{mask} holds {values}: class indices times {factor}",
      fix: "Divide the values of the masks by {factor}; they were spread so that they can be seen."
    },
    widened: {
      text: "{mask} has 16 bits and holds {values}: class indices times {factor}",
      fix: "Save the masks with 8 bits a pixel, or divide their values by {factor}."
    },
    shifted: {
      text: "{mask}: the values {values} are class indices, each too {tooWhat} by one",
      fix: "Correct the indices under `labels.classes`, or the values of the masks: count from 0 in both, or from 1."
    },
    "palette-values": {
      text: "{mask} is an indexed PNG: the greys of its palette are declared, its stored indices {values} are not",
      fix: "Save the mask as grey PNG without a palette; an indexed one is read as indices by some programs, and as greys by others."
    },
    "one-bit": {
      text: "{mask} has one bit a pixel and can hold 0 and 1 alone; 1 is not declared",
      fix: "Declare the class with index 1, or save the masks with 8 bits a pixel."
    },
    resampled: {
      text: "{mask}: {changed%} of the pixels hold values between two classes, along boundaries{lines}: it was resized with interpolation",
      fix: "Resize masks with nearest-neighbour interpolation only."
    },
    lossy: {
      text: "{mask} is stored as {format}, which changes values",
      fix: "Export the mask again from its source, as PNG."
    },
    "was-lossy": {
      text: "{mask}: {changed%} of the pixels hold values around those of classes, as after JPEG or lossy WebP{lines}",
      fix: "The mask was compressed before it became what it is: export it again from its source, as PNG from the first step on."
    },
    picture: {
      text: "{mask} holds {distinct|value|values}, as a picture does, not a mask",
      fix: "Put the mask there: this may be the image itself, or the mask drawn over it."
    },
    colors: {
      text: "{mask} holds colours, but classes are declared by index",
      fix: "Declare each class by its colour, or export masks with one channel."
    },
    undeclared: {
      text: "{mask} holds {strays}, which no class has ({share%} of the pixels)",
      fix: "Declare a class for each of them, or add them to `labels.ignore`."
    },
    clean: { text: "{masks|mask|masks}, all of declared indices" },
    strays: { text: "{failing} of {masks|mask|masks} with undeclared or changed values" },
    "no-indices": { text: "labels are no masks of indices" },
    "no-masks": { text: "no mask could be decoded" }
  },
  run(dataset) {
    const { maskPalette } = dataset;
    if (maskPalette?.kind !== "index") return { skipped: { messageId: "no-indices", data: {} } };
    const { decoded, unavailable } = listMasks(dataset);
    const coverage2 = { evaluated: decoded.length, unavailable };
    if (decoded.length === 0) return { skipped: { messageId: "no-masks", data: {} }, coverage: coverage2 };
    const reading = readMasks(decoded, maskPalette.indices);
    const findings = decoded.flatMap((one) => {
      const fault = findFault3(one, reading, dataset);
      if (fault === void 0) return [];
      const { path, mask, samples } = one;
      const location = samples.find((sample2) => sample2.location)?.location;
      const share2 = mask.offPalette / mask.pixels;
      const strays = mask.strays.map(({ value }) => value);
      return [
        {
          key: path,
          messageId: fault,
          data: { mask: path, share: share2, strays, ...describeFault2(fault, one, reading, dataset) },
          samples: samples.map((sample2) => sample2.id),
          ...location && { location },
          evidence: {
            share: share2,
            undeclaredPixels: mask.offPalette,
            distinctValues: mask.distinct,
            strays: mask.strays.slice(0, straysShown2).map(({ value, pixels }) => ({ value, pixels })),
            ...mask.deviations && { deviations: { ...mask.deviations } }
          }
        }
      ];
    });
    const counts = { masks: decoded.length, failing: findings.length };
    return {
      coverage: coverage2,
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? "strays" : "clean", data: counts }
    };
  }
});
var straysShown2 = 8;
var nearOfMasks2 = 0.7;
var minBorder = 0.5;
function readMasks(decoded, indices) {
  const valuesByPath = /* @__PURE__ */ new Map();
  for (const { path, mask } of decoded) {
    const found = listValues(mask, { kind: "index", indices });
    if (found) valuesByPath.set(path, found);
  }
  const failing = decoded.flatMap(({ path, mask }) => {
    const found = valuesByPath.get(path);
    return found && mask.offPalette > 0 && !mask.isLossy && findDeviationCause(mask) !== "resampled" ? [found] : [];
  });
  const withBackground = decoded.filter(({ mask }) => (mask.counts[0] ?? 0) > 0).length;
  const isUsual = withBackground > decoded.length / 2;
  const isProven = decoded.some(({ path, mask }) => {
    const found = valuesByPath.get(path);
    return mask.offPalette > 0 && found !== void 0 && findShift(mask, found, indices) === 1;
  });
  return {
    indices,
    valuesByPath,
    factor: findFactor(failing, indices),
    isShiftLikely: (mask) => isUsual && (isProven || fillsBorder(mask))
  };
}
function fillsBorder({ shapes: shapes2, width: width3, height }) {
  const all = 2 * (width3 + height) - 4;
  return shapes2.some(({ borderPixels }) => borderPixels > minBorder * all);
}
function findFault3({ path, mask, samples }, reading, dataset) {
  const { offPalette, pixels, strays, isLossy, picture, deviations, bitDepth } = mask;
  if (offPalette > 0 && samples.some(({ id }) => showsImage(mask, dataset.images.get(id)))) return "picture";
  if (isLossy) return "lossy";
  if (strays.some(({ value }) => value.startsWith("#"))) return picture ? "picture" : "colors";
  const found = reading.valuesByPath.get(path);
  if (offPalette === 0) {
    if (found && reading.isShiftLikely(mask) && findShift(mask, found, reading.indices) === 1)
      return "shifted";
    return nameRings(mask);
  }
  if (mask.throughPalette === pixels) return "palette-values";
  if (bitDepth === 1) return "one-bit";
  if (isBinary(mask)) return "binary";
  if (found) {
    const { factor, indices } = reading;
    const declared = new Set(indices);
    if (factor !== void 0 && found.every((value) => divide(value, factor, declared) !== void 0))
      return factor === 256 || factor === 257 ? "widened" : "scaled";
    if (findShift(mask, found, indices) !== void 0) return "shifted";
  }
  if (picture && offPalette > pixels / 2 && (deviations?.near ?? 0) < nearOfMasks2 * offPalette)
    return "picture";
  const rings = findRings(mask);
  if (rings && rings.pixels > offPalette) return nameRings(mask);
  const cause = findDeviationCause(mask);
  return cause === "lossy" ? "was-lossy" : cause === "resampled" ? "resampled" : "undeclared";
}
function nameRings(mask) {
  const rings = findRings(mask);
  return rings && (rings.cause === "lossy" ? "was-lossy" : "resampled");
}
function describeFault2(fault, { path, mask }, { valuesByPath, factor = 1, indices }, dataset) {
  const found = valuesByPath.get(path) ?? [];
  switch (fault) {
    case "scaled":
    case "widened":
      return { values: found, factor };
    case "palette-values":
      return { values: found };
    case "shifted":
      return { values: found, tooWhat: findShift(mask, found, indices) === 1 ? "large" : "small" };
    case "lossy":
      return { format: mask.format === "webp" ? "lossy WebP" : mask.format.toUpperCase() };
    case "picture":
      return { distinct: mask.distinct };
    case "resampled":
    case "was-lossy": {
      const rings = findRings(mask);
      const names = rings?.places.map((place) => namePlace(dataset, place)) ?? [];
      return {
        changed: ((rings?.pixels ?? 0) + mask.offPalette) / mask.pixels,
        lines: names.length === 0 ? "" : ` (${names.slice(0, namesShown).join(", ")}: mostly thin lines)`
      };
    }
    case "binary":
    case "colors":
    case "one-bit":
    case "undeclared":
      return {};
  }
}
var namesShown = 3;
function isBinary({ strays, distinct }) {
  return strays.length === 1 && strays[0]?.value === "255" && distinct <= 2;
}

// src/checks/leakage/spelling.ts
function normalizeSpelling(id) {
  const words2 = id.normalize("NFKC").toLowerCase().match(new RegExp("\\p{L}+|\\p{N}+", "gu")) ?? [];
  return words2.map((word) => word.replace(/^0+(?=\d)/u, "")).join(" ");
}

// src/checks/leakage/like-pairs.ts
function describePair(pair, byId) {
  const { a, b, orientation, correlation } = pair;
  return { a, aSplit: nameSplits(byId.get(a)), b, bSplit: nameSplits(byId.get(b)), orientation, correlation };
}
function nameSplits(sample2) {
  return sample2 === void 0 || sample2.splits.length === 0 ? "no split" : sample2.splits.join(" and ");
}

// src/checks/leakage/named-subject.ts
var words = "patient|pat|subject|subj|sub|case|animal|mouse|rat|pig|plant";
var convention = new RegExp(`(?:^|[/_. -])(${words})[_ -]?(\\d{1,8})(?=$|[/_. -])`, "iu");
function readNamedSubject(path) {
  const match = convention.exec(path);
  if (!match) return void 0;
  const [, word = "", digits = ""] = match;
  return `${word.toLowerCase()} ${digits.replace(/^0+(?=\d)/u, "")}`;
}

// src/checks/leakage/alias.ts
var copiesShown = 10;
var alias = defineCheck({
  id: "leakage/alias",
  summary: "Do subject ids differ only in spelling, do two subjects share a picture, do names suggest a subject?",
  description: `\`P07\`, \`p7\` and \` P007\` are most likely one patient; a split by subject that takes them for three
leaks. Ids are compared without case, separators and leading zeros. Two subjects that share an identical picture are
most likely one, or one of the pictures is filed wrongly; likewise two of which one has a copy of the other's picture
(\`leakage/near-duplicate\` says how copies are found).

Where no subject is declared, the names of files and folders are read for one (\`patient_07\`, \`sub-03\`, \`case12\`; a
single letter and a number is none, it may be a page). What names suggest is a reason to look, never a leak.

Coverage counts samples: those whose subject is known or suggested, and the others.`,
  defaultSeverity: "warning",
  needs: ["images", "near-duplicates"],
  options: {},
  messages: {
    spelling: {
      text: "subjects {ids} differ in spelling only",
      fix: "Write one subject in one way, then split by subject again."
    },
    picture: {
      text: "subjects {ids} share an identical picture",
      fix: "Find out whose picture it is; if the ids mean one subject, merge them."
    },
    copy: {
      text: "subjects {ids} share a picture: {a} ({aSplit}) is {b} ({bSplit}), {orientation}, correlation {correlation}",
      fix: "Find out whose picture it is; if the ids mean one subject, merge them."
    },
    name: {
      text: "names suggest one subject, {suggested}, in {splits}",
      fix: "Declare the subject of these files, with `samples.subject.pattern` if their paths hold it."
    },
    clean: { text: "{subjects|subject|subjects}, no two alike in spelling or sharing a picture" },
    "clean-spelling": {
      text: "{subjects|subject|subjects}, no two alike in spelling; no image could be compared"
    },
    aliases: { text: "{pairs|suspicion|suspicions} that two ids or names mean one subject" },
    "no-subjects": { text: "no subject is known" }
  },
  run(dataset) {
    const known = dataset.samples.filter((sample2) => sample2.subject !== void 0);
    const suggested = groupBy(
      dataset.samples.filter((sample2) => sample2.subject === void 0),
      ({ id }) => readNamedSubject(id)
    );
    const evaluated = [...suggested.values()].reduce((sum2, { length }) => sum2 + length, known.length);
    const coverage2 = { evaluated, unavailable: dataset.samples.length - evaluated };
    if (evaluated === 0) return { skipped: { messageId: "no-subjects", data: {} }, coverage: coverage2 };
    const bySubject = groupBy(known, (sample2) => sample2.subject);
    const findings = [];
    const spellingOf = (id) => (dataset.spellings?.get(id) ?? normalizeSpelling(id)) || void 0;
    for (const ids of groupBy(bySubject.keys(), spellingOf).values()) {
      if (ids.length < 2) continue;
      const examples = ids.flatMap((id) => bySubject.get(id)?.slice(0, 1) ?? []);
      const location = examples.find((sample2) => sample2.location)?.location;
      findings.push({
        key: ids.join("|"),
        messageId: "spelling",
        data: { ids },
        samples: examples.map((sample2) => sample2.id),
        subjects: ids,
        ...location && { location },
        evidence: Object.fromEntries(ids.map((id) => [id, { samples: bySubject.get(id)?.length ?? 0 }]))
      });
    }
    const { clusters, evaluated: compared } = findIdenticalImages({ ...dataset, samples: known });
    for (const { samples } of clusters) {
      const ids = subjectsOf(samples);
      if (ids.length < 2) continue;
      const location = samples.find((sample2) => sample2.location)?.location;
      findings.push({
        key: `${ids.join("|")}@${samples[0]?.id ?? ""}`,
        messageId: "picture",
        data: { ids },
        samples: samples.map((sample2) => sample2.id),
        subjects: ids,
        ...location && { location },
        evidence: { files: samples.map(nameSample) }
      });
    }
    findings.push(...findCopies(dataset), ...findSuggestedLeaks(suggested));
    return {
      coverage: coverage2,
      measurements: { subjects: bySubject.size, suspicions: findings.length, imagesCompared: compared },
      findings,
      summary: {
        messageId: findings.length > 0 ? "aliases" : compared > 0 ? "clean" : "clean-spelling",
        data: { subjects: bySubject.size, pairs: findings.length }
      }
    };
  }
});
function findCopies({ samples, images, nearDuplicates }) {
  const byId = new Map(samples.map((sample2) => [sample2.id, sample2]));
  const pixelsOf = (id) => {
    const image = images.get(id);
    return image?.kind === "image" ? image.pixelsHash : void 0;
  };
  return (nearDuplicates?.clusters ?? []).flatMap(({ likeness, members, tree }) => {
    if (likeness !== "copy") return [];
    const copies = members.flatMap((id) => byId.get(id) ?? []);
    const ids = subjectsOf(copies);
    const shown = tree.find(({ a, b }) => {
      const subjects = [byId.get(a)?.subject, byId.get(b)?.subject];
      return !subjects.includes(void 0) && subjects[0] !== subjects[1] && pixelsOf(a) !== pixelsOf(b);
    });
    if (!shown) return [];
    const location = byId.get(shown.b)?.location ?? byId.get(shown.a)?.location;
    return [
      {
        key: `copy:${ids.join("|")}@${members[0] ?? ""}`,
        messageId: "copy",
        data: { ids, ...describePair(shown, byId) },
        samples: members,
        subjects: ids,
        ...location && { location },
        evidence: { overlap: shown.overlap, files: copies.slice(0, copiesShown).map(nameSample) }
      }
    ];
  });
}
function findSuggestedLeaks(suggested) {
  return [...suggested].flatMap(([name, members]) => {
    const spread = spreadOverSplits(members);
    if (spread.size < 2) return [];
    const location = locationOf(spread);
    return [
      {
        key: `name:${name}`,
        messageId: "name",
        data: { suggested: name, splits: describeSpread(spread) },
        samples: members.map(({ id }) => id),
        ...location && { location },
        evidence: spreadEvidence(spread)
      }
    ];
  });
}

// src/checks/leakage/duplicate.ts
var duplicate = defineCheck({
  id: "leakage/duplicate",
  summary: "Do two splits hold the same bytes or the same decoded pixels?",
  description: `A picture that stands in training and test is a leak whatever its name and its subject say. Files are
compared by the SHA-256 of their bytes and of their decoded pixels, so a PNG saved again as TIFF, with other metadata
or with an opaque alpha channel, is still found. One file that is listed in two splits is reported, too. Images of one
single value are left out: they are alike because they show nothing.

Coverage counts samples: those whose image was decoded, and the others.`,
  defaultSeverity: "error",
  needs: ["images"],
  options: {},
  messages: {
    bytes: {
      text: "{images} hold the same bytes, in {splits}",
      fix: "Keep one of the copies, or put all of them into one split."
    },
    pixels: {
      text: "{images} show the same picture, stored differently, in {splits}",
      fix: "Keep one of the copies, or put all of them into one split."
    },
    listed: {
      text: "{image} is listed in {splits}",
      fix: "List the image in one split only."
    },
    clean: { text: "no picture stands in two splits" },
    leaks: { text: "{leaking|picture|pictures} in more than one split" },
    "no-images": { text: "no image could be decoded" },
    "no-splits": { text: "there are fewer than two splits" }
  },
  run(dataset) {
    const { clusters, evaluated, unavailable, blank } = findIdenticalImages(dataset);
    const coverage2 = { evaluated, unavailable };
    const copies = clusters.flatMap(({ samples, haveSameBytes }) => {
      const spread = spreadOverSplits(samples);
      if (spread.size < 2) return [];
      const location = locationOf(spread);
      return [
        {
          key: samples[0]?.id ?? "",
          messageId: haveSameBytes ? "bytes" : "pixels",
          data: { images: samples.map((sample2) => sample2.id), splits: describeSpread(spread) },
          samples: samples.map((sample2) => sample2.id),
          subjects: subjectsOf(samples),
          ...location && { location },
          evidence: spreadEvidence(spread)
        }
      ];
    });
    const listed = dataset.problems.flatMap((problem) => {
      if (problem.kind !== "conflict" || problem.field !== "split") return [];
      const location = problem.claims.find((claim) => claim.location)?.location;
      return [
        {
          key: `listed:${problem.image}`,
          messageId: "listed",
          data: { image: problem.image, splits: problem.claims.map((claim) => claim.value) },
          samples: [problem.image],
          ...location && { location },
          evidence: {
            claims: problem.claims.map(
              (claim) => claim.location ? `${claim.value} (${formatLocation(claim.location)})` : claim.value
            )
          }
        }
      ];
    });
    const findings = [...copies, ...listed];
    if (evaluated === 0 && listed.length === 0)
      return { skipped: { messageId: "no-images", data: {} }, coverage: coverage2 };
    if (spreadOverSplits(dataset.samples).size < 2)
      return { skipped: { messageId: "no-splits", data: {} }, coverage: coverage2 };
    return {
      coverage: coverage2,
      measurements: { copiesAcrossSplits: copies.length, listedInSeveralSplits: listed.length, blank },
      findings,
      summary: { messageId: findings.length > 0 ? "leaks" : "clean", data: { leaking: findings.length } }
    };
  }
});

// src/checks/leakage/group.ts
var group = defineCheck({
  id: "leakage/group",
  summary: "Does a study, series, clip, volume or session stand in two splits?",
  description: `Neighbouring frames of a clip and neighbouring slices of a volume are nearly the same picture. A group
is nested in its subject: where the subject is known, study \`1\` of one subject is another study than study \`1\` of
the next.

Coverage counts samples: those with a group and a split, and the others.`,
  defaultSeverity: "error",
  needs: [],
  options: {},
  messages: {
    leak: {
      text: "{kind} {group} stands in {splits}",
      fix: "Put all samples of {kind} {group} into one split."
    },
    clean: { text: "each of {groups|group|groups} stands in one split" },
    leaks: { text: "{leaking} of {groups|group|groups} in more than one split" },
    "no-groups": { text: "no sample has both a group and a split" },
    "one-split": { text: "there is only one split" }
  },
  run({ samples }) {
    const judged = samples.filter(
      (sample2) => Object.keys(sample2.groups).length > 0 && sample2.splits.length > 0
    );
    const coverage2 = { evaluated: judged.length, unavailable: samples.length - judged.length };
    if (judged.length === 0) return { skipped: { messageId: "no-groups", data: {} }, coverage: coverage2 };
    if (spreadOverSplits(judged).size === 1)
      return { skipped: { messageId: "one-split", data: {} }, coverage: coverage2 };
    const findings = [];
    const kinds = /* @__PURE__ */ new Map();
    let groups = 0;
    for (const kind of sortedUnique(judged.flatMap((sample2) => Object.keys(sample2.groups)))) {
      const members = groupBy(judged, (sample2) => {
        const id = Object.hasOwn(sample2.groups, kind) ? sample2.groups[kind] : void 0;
        return id === void 0 ? void 0 : JSON.stringify([sample2.subject ?? null, id]);
      });
      groups += members.size;
      let leaking = 0;
      for (const group2 of members.values()) {
        const spread = spreadOverSplits(group2);
        if (spread.size < 2) continue;
        leaking++;
        const [first] = group2;
        const id = first?.groups[kind] ?? "";
        const location = locationOf(spread);
        findings.push({
          key: [kind, first?.subject, id].filter((part) => part !== void 0).join(":"),
          messageId: "leak",
          data: { kind, group: id, splits: describeSpread(spread) },
          samples: group2.map((sample2) => sample2.id),
          subjects: subjectsOf(group2),
          ...location && { location },
          evidence: spreadEvidence(spread)
        });
      }
      kinds.set(kind, { groups: members.size, leaking });
    }
    return {
      coverage: coverage2,
      measurements: { kinds: Object.fromEntries(kinds) },
      findings,
      summary: {
        messageId: findings.length > 0 ? "leaks" : "clean",
        data: { groups, leaking: findings.length }
      }
    };
  }
});

// src/checks/leakage/alike-across-splits.ts
function coverLikeness({ samples, images, nearDuplicates }) {
  const blank = new Set(nearDuplicates?.featureless ?? []);
  const isCompared = ({ id }) => images.get(id)?.kind === "image" && !blank.has(id);
  const evaluated = nearDuplicates ? samples.filter(isCompared).length : 0;
  return { evaluated, unavailable: samples.length - evaluated };
}
function findAlikeAcrossSplits(dataset, likeness) {
  const byId = new Map(dataset.samples.map((sample2) => [sample2.id, sample2]));
  return (dataset.nearDuplicates?.clusters ?? []).filter((cluster) => cluster.likeness === likeness).flatMap((cluster) => describeLeak(cluster, byId, dataset));
}
function describeLeak({ likeness, members, tree, pairs }, byId, { images }) {
  const samples = members.flatMap((id) => byId.get(id) ?? []);
  const spread = spreadOverSplits(samples);
  const pixelsOf = (id) => {
    const image = images.get(id);
    return image?.kind === "image" ? image.pixelsHash : void 0;
  };
  const isAcross = ({ a, b }) => {
    const splits2 = byId.get(b)?.splits ?? [];
    const isOther = byId.get(a)?.splits.some((split) => splits2.some((other) => other !== split)) ?? false;
    return isOther && (likeness === "scene" || pixelsOf(a) !== pixelsOf(b));
  };
  const shown = tree.filter((pair) => pair.likeness === likeness).find(isAcross);
  if (!shown) return [];
  const location = locationOf(spread);
  return [
    {
      key: members[0] ?? "",
      messageId: likeness,
      data: { ...describePair(shown, byId), splits: describeSpread(spread) },
      samples: members,
      subjects: subjectsOf(samples),
      ...location && { location },
      evidence: {
        pictures: members.length,
        verifiedPairs: pairs,
        overlap: shown.overlap,
        ...spreadEvidence(spread)
      }
    }
  ];
}

// src/checks/leakage/near-duplicate.ts
var nearDuplicate = defineCheck({
  id: "leakage/near-duplicate",
  summary: "Do two splits hold the same picture recompressed, resized, cropped, re-windowed, flipped or turned?",
  description: `A picture that was saved again is the same picture to a model, though no byte agrees. Small patches of
every picture are compared with those of all others, whatever their size, contrast and orientation; pictures that share
patches at consistent places are laid on each other and compared pixel by pixel. What many pictures of the dataset have in
common (the fan of a probe, burned-in text, a scan border) is no evidence. From which correlation two pictures count as
one is calibrated on the dataset itself, so that pictures that are merely alike, such as the same organ of two subjects,
raise no alarm; the thresholds stand in the measurements.

Neighbouring frames of a clip, or two photographs of one field, are no copies: \`leakage/scene\` reports them. Copies
that have the same pixels are left to \`leakage/duplicate\`. Pictures of one subject in one split are not compared: however
alike, they leak nothing.

Coverage counts samples: those whose picture shows enough to be compared, and the others.`,
  defaultSeverity: "error",
  needs: ["images", "near-duplicates"],
  options: {},
  messages: {
    copy: {
      text: "{a} ({aSplit}) is {b} ({bSplit}), {orientation}: correlation {correlation}",
      fix: "Keep one of them, or put all of them into one split. If they are filed under two subjects, find out whose picture it is."
    },
    clean: { text: "no picture of one split is a copy of one of another" },
    leaks: { text: "{copies|picture|pictures}, saved again, in more than one split" },
    "no-images": { text: "no image shows enough to be compared" },
    "no-splits": { text: "there are fewer than two splits" }
  },
  run(dataset) {
    const { samples, nearDuplicates } = dataset;
    const coverage2 = coverLikeness(dataset);
    if (!nearDuplicates || coverage2.evaluated === 0)
      return { skipped: { messageId: "no-images", data: {} }, coverage: coverage2 };
    if (spreadOverSplits(samples).size < 2)
      return { skipped: { messageId: "no-splits", data: {} }, coverage: coverage2 };
    const findings = findAlikeAcrossSplits(dataset, "copy");
    const { thresholds, falseAlarmRate, featureless, comparedPairs } = nearDuplicates;
    return {
      coverage: coverage2,
      measurements: {
        copies: findings.length,
        comparedPairs,
        featureless: featureless.length,
        thresholds,
        falseAlarmRate
      },
      findings,
      summary: {
        messageId: findings.length > 0 ? "leaks" : "clean",
        data: { copies: findings.length }
      }
    };
  }
});

// src/checks/leakage/scene.ts
var scene = defineCheck({
  id: "leakage/scene",
  summary: "Do two splits show the same moment or field: neighbouring frames of a clip, two photographs of one place?",
  description: `Two frames of one clip, or two photographs of one field under a microscope, are not copies of one another,
and yet a model that has seen one knows the other. They are found as copies are (\`leakage/near-duplicate\`), and told from
them by what is left when one is laid over the other: edges that drift, and places that changed. Objects of one design, such
as boards from one production line, can look like one scene, so this is a warning: look at the pictures, then declare the
clip, session or slide as a group, which \`leakage/group\` holds at error severity.

Coverage counts samples: those whose picture shows enough to be compared, and the others.`,
  defaultSeverity: "warning",
  needs: ["images", "near-duplicates"],
  options: {},
  messages: {
    scene: {
      text: "{a} ({aSplit}) and {b} ({bSplit}) show the same scene: correlation {correlation}",
      fix: "Look at both. If they are of one clip, field or session, put them into one split and declare it under `samples.columns.groups`."
    },
    clean: { text: "no scene stands in two splits" },
    leaks: { text: "{scenes|scene|scenes} in more than one split" },
    "no-images": { text: "no image shows enough to be compared" },
    "no-splits": { text: "there are fewer than two splits" }
  },
  run(dataset) {
    const coverage2 = coverLikeness(dataset);
    if (coverage2.evaluated === 0) return { skipped: { messageId: "no-images", data: {} }, coverage: coverage2 };
    if (spreadOverSplits(dataset.samples).size < 2)
      return { skipped: { messageId: "no-splits", data: {} }, coverage: coverage2 };
    const findings = findAlikeAcrossSplits(dataset, "scene");
    const counts = { scenes: findings.length };
    return {
      coverage: coverage2,
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? "leaks" : "clean", data: counts }
    };
  }
});

// src/checks/leakage/joined-subjects.ts
var maxLinksShown = 12;
function findJoinedSubjects(dataset) {
  const graph = buildSampleGraph(dataset);
  return graph.components.flatMap((component) => {
    const path = findPathAcross(component, graph);
    return path ? [describeJoin(component, path)] : [];
  });
}
function findPathAcross(component, graph) {
  const placed = component.filter(({ subject: subject2, splits: splits2 }) => subject2 !== void 0 && splits2.length > 0);
  const spread = [...spreadOverSplits(placed)].sort(([, a], [, b]) => a.length - b.length);
  if (spread.length < 2) return void 0;
  for (const [split, members] of spread)
    for (const subject2 of subjectsOf(members)) {
      const sources = placed.filter((sample2) => sample2.subject !== subject2 && !sample2.splits.includes(split));
      const path = sources.length === 0 ? void 0 : findPath(graph, sources, (end) => end.subject === subject2 && end.splits.includes(split));
      if (path) return path;
    }
  return void 0;
}
function describeJoin(component, path) {
  const ids = subjectsOf(component);
  const spread = spreadOverSplits(component);
  const location = locationOf(spread);
  const key = path.find(({ tie }) => tie.kind === "copy" || tie.kind === "pixels") ?? path[0];
  return {
    key: `joined:${ids.join("|")}`,
    messageId: "joined",
    data: {
      ids,
      splits: describeSpread(spread),
      a: key?.from.id ?? "",
      aSplit: nameSplits(key?.from),
      b: key?.to.id ?? "",
      bSplit: nameSplits(key?.to),
      tie: key ? nameTie(key) : ""
    },
    samples: component.map(({ id }) => id),
    subjects: ids,
    ...location && { location },
    evidence: {
      path: path.slice(0, maxLinksShown).map(describeLink),
      ...path.length > maxLinksShown && { furtherLinks: path.length - maxLinksShown }
    }
  };
}
function describeLink(link) {
  return `${nameSample(link.from)} – ${nameSample(link.to)}: ${nameTie(link)}`;
}
function nameTie({ tie }) {
  switch (tie.kind) {
    case "subject":
      return `subject ${tie.subject}`;
    case "group":
      return `${tie.group} ${tie.id}`;
    case "pixels":
      return "same pixels";
    case "copy": {
      const { orientation, correlation } = tie.pair;
      return `copy, ${orientation}, correlation ${Number(correlation.toPrecision(3))}`;
    }
  }
}

// src/checks/leakage/subject.ts
var subject = defineCheck({
  id: "leakage/subject",
  summary: "Does a subject stand in two splits?",
  description: `Images of one patient, animal or plant resemble each other far more than images of two. A model that
has seen a subject in training is asked to remember, not to generalise, when it meets that subject in the test set,
and its score says nothing about new subjects. Every subject has to stand in one split only.

Ids are not the last word: where pictures of two subjects have the same pixels, or are copies of one another
(\`leakage/near-duplicate\`), the subjects are one, or a file is filed under the wrong one. If they stand in
different splits, that is reported with the path of evidence, link by link. Ids that differ only in spelling and names of
files are weak evidence and tie nothing here; \`leakage/alias\` reports them.

Coverage counts samples: those whose subject and split are known, and the others.`,
  defaultSeverity: "error",
  needs: ["images", "near-duplicates"],
  options: {},
  messages: {
    leak: {
      text: "subject {subject} stands in {splits}",
      fix: "Put all samples of {subject} into one split, or correct the subject where it is wrong."
    },
    joined: {
      text: "subjects {ids} are one, or a file is filed wrongly: {a} ({aSplit}) and {b} ({bSplit}) are tied ({tie})",
      fix: "Find out whose picture it is: give both subjects one id and one split, or file the picture under its own subject."
    },
    clean: { text: "each of {subjects|subject|subjects} stands in one split" },
    leaks: { text: "{leaking} of {subjects|subject|subjects} in more than one split" },
    joins: {
      text: "{leaking} of {subjects|subject|subjects} in more than one split; {joined|set|sets} of subjects tied across splits by pictures"
    },
    "no-subjects": { text: "no sample has both a subject and a split" },
    "one-split": { text: "there is only one split" }
  },
  run(dataset) {
    const { samples } = dataset;
    const judged = samples.filter((sample2) => sample2.subject !== void 0 && sample2.splits.length > 0);
    const coverage2 = { evaluated: judged.length, unavailable: samples.length - judged.length };
    if (judged.length === 0) return { skipped: { messageId: "no-subjects", data: {} }, coverage: coverage2 };
    const splits2 = [...spreadOverSplits(judged).keys()];
    if (splits2.length === 1) return { skipped: { messageId: "one-split", data: {} }, coverage: coverage2 };
    const subjects = groupBy(judged, (sample2) => sample2.subject);
    const spreads = new Map([...subjects].map(([id, members]) => [id, spreadOverSplits(members)]));
    const direct = [...spreads].flatMap(([id, spread]) => {
      const members = subjects.get(id) ?? [];
      if (spread.size < 2) return [];
      const location = locationOf(spread);
      return {
        key: id,
        messageId: "leak",
        data: { subject: id, splits: describeSpread(spread), fewest: listSmaller(spread) },
        samples: members.map((sample2) => sample2.id),
        subjects: [id],
        ...location && { location },
        evidence: spreadEvidence(spread)
      };
    });
    const joined = findJoinedSubjects(dataset);
    const findings = [...direct, ...joined];
    const counts = { subjects: subjects.size, leaking: direct.length, joined: joined.length };
    return {
      coverage: coverage2,
      measurements: { ...counts, splits: splits2, subjectsBySplit: listLargest(spreads) },
      findings,
      summary: {
        messageId: joined.length > 0 ? "joins" : direct.length > 0 ? "leaks" : "clean",
        data: counts
      }
    };
  }
});
var subjectsShown = 60;
function listLargest(spreads) {
  const rows2 = [...spreads].map(([subject2, spread]) => ({
    subject: subject2,
    splits: Object.fromEntries([...spread].map(([split, { length }]) => [split, length])),
    count: spread.size,
    samples: [...spread.values()].reduce((sum2, { length }) => sum2 + length, 0)
  }));
  return rows2.sort((a, b) => b.count - a.count || b.samples - a.samples || compareText(a.subject, b.subject)).slice(0, subjectsShown).map(({ subject: subject2, splits: splits2 }) => ({ subject: subject2, splits: splits2 }));
}

// src/checks/manifest/conflicts.ts
var conflicts = defineCheck({
  id: "manifest/conflicts",
  summary: "Do two rows contradict each other about one image?",
  description: `Where one row gives an image to patient P1 and another to P2, one of them is wrong, and every program
that reads the manifest picks another one. holdout picks none: the field counts as unknown, which leaves leakage by
that subject unseen. So it is an error. An image that is listed in two splits is a leak, and reported by
\`leakage/duplicate\`.

Coverage counts samples that a row declares.`,
  defaultSeverity: "error",
  needs: [],
  options: {},
  messages: {
    conflict: {
      text: "{image} has {claims|value|values} for {field}: {values}",
      fix: "Correct the {field} of {image} so that all rows agree."
    },
    clean: { text: "no two rows contradict each other" },
    found: { text: "{conflicts|contradiction|contradictions} about {images|image|images}" },
    "no-rows": { text: "no manifest or list names images" }
  },
  run({ samples, problems }) {
    const findings = problems.flatMap((problem) => {
      if (problem.kind !== "conflict" || problem.field === "split") return [];
      const { image, field, claims } = problem;
      const location = claims.find((claim) => claim.location)?.location;
      return [
        {
          key: `${field}:${image}`,
          messageId: "conflict",
          data: {
            image,
            field: field.replace(/^group:/, ""),
            claims: claims.length,
            values: claims.map(({ value }) => value)
          },
          samples: [image],
          ...location && { location },
          evidence: {
            claims: claims.map(
              (claim) => claim.location ? `${claim.value} (${formatLocation(claim.location)})` : claim.value
            )
          }
        }
      ];
    });
    const declared = samples.filter((sample2) => sample2.location).length;
    if (declared === 0 && findings.length === 0) return { skipped: { messageId: "no-rows", data: {} } };
    const counts = {
      conflicts: findings.length,
      images: new Set(findings.flatMap((finding) => finding.samples)).size
    };
    return {
      coverage: { evaluated: Math.max(declared, counts.images), unavailable: 0 },
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? "found" : "clean", data: counts }
    };
  }
});

// src/checks/manifest/files.ts
var files = defineCheck({
  id: "manifest/files",
  summary: "Does every image that is listed lead to one file of the dataset?",
  description: `A row whose image cannot be had is a sample less, and nobody notices: one training script skips it,
another stops at it after an hour. A path out of the dataset's directory, by \`..\` or by a link, works on one machine
only and is never followed. A path that several files could be is not guessed. These are errors since the dataset is
not what its manifest says. Labels that are not there are \`labels/missing\`.

Coverage counts rows of manifests, lines of lists and links that lead out of the dataset.`,
  defaultSeverity: "error",
  needs: [],
  options: {},
  messages: {
    "missing-image": {
      text: "{path} is listed, but there is no such file",
      fix: "Add the file (it may be in `.gitignore` or not pushed), or correct or remove the row."
    },
    outside: {
      text: "{path} leads out of the dataset",
      fix: "Put the file itself into the dataset, and list it by its path there."
    },
    ambiguous: {
      text: "{path} could be {candidates}",
      fix: "Write the path that the file has in the dataset."
    },
    clean: { text: "{rows|row|rows} read, each leads to a file" },
    lost: { text: "{lost|path leads|paths lead} to no file that can be used" },
    "no-rows": { text: "no manifest or list names images" }
  },
  run({ samples, problems, rowsRead }) {
    const sampleAt = indexRows(samples);
    const findings = problems.flatMap((problem) => {
      if (problem.kind !== "missing-file" && problem.kind !== "outside" && problem.kind !== "ambiguous")
        return [];
      const { path, location } = problem;
      const about2 = { samples: sampleAt(location), ...location && { location } };
      const data = { path };
      if (problem.kind === "outside")
        return [{ key: `outside:${path}`, messageId: "outside", data, ...about2, evidence: data }];
      if (problem.kind === "ambiguous") {
        const choice = { path, candidates: problem.candidates };
        return [
          { key: `ambiguous:${path}`, messageId: "ambiguous", data: choice, ...about2, evidence: choice }
        ];
      }
      return problem.role === "image" ? [{ key: path, messageId: "missing-image", data, ...about2, evidence: data }] : [];
    });
    if (rowsRead === 0 && findings.length === 0) return { skipped: { messageId: "no-rows", data: {} } };
    const lost = findings.length;
    return {
      coverage: { evaluated: Math.max(rowsRead, lost), unavailable: 0 },
      measurements: { rows: rowsRead, lost },
      findings,
      summary: { messageId: lost > 0 ? "lost" : "clean", data: { rows: rowsRead, lost } }
    };
  }
});

// src/checks/manifest/paths.ts
var paths = defineCheck({
  id: "manifest/paths",
  summary: "Do the paths that are listed agree with where the files lie?",
  description: `A manifest written on another machine names folders that are not here, such as
\`/home/ana/abdomen/images/a.png\`. holdout finds the one file that ends alike, or that differs in letter case only; a
training script does not, or does on one operating system only. It is a warning since the file was found. Paths that
were changed in the same way are one finding.

Coverage counts rows of manifests and lines of lists.`,
  defaultSeverity: "warning",
  needs: [],
  options: {},
  messages: {
    moved: {
      text: "{paths|path leads|paths lead} below {from}, but the {paths:file lies|files lie} below {to}",
      fix: "Write each path relative to the dataset, as the file lies there."
    },
    spelled: {
      text: "{paths|path differs|paths differ} in letter case from the {paths:file|files} in {folder}",
      fix: "Write each path as the file is named: most systems tell upper from lower case."
    },
    renamed: {
      text: "{path} is listed, but the file is called {foundAt}",
      fix: "Write each path relative to the dataset, as the file is called."
    },
    clean: { text: "{rows|row|rows} read, each path as the file lies" },
    found: {
      text: "{relocated|path does|paths do} not agree with where the {relocated:file lies|files lie}"
    },
    "no-rows": { text: "no manifest or list names images" }
  },
  run({ samples, problems, rowsRead }) {
    const relocations = problems.flatMap(
      (problem) => problem.kind === "relocated" ? compareEnds(problem) : []
    );
    if (rowsRead === 0 && relocations.length === 0) return { skipped: { messageId: "no-rows", data: {} } };
    const ids = new Set(samples.map(({ id }) => id));
    const changes = groupBy(relocations, ({ key }) => key);
    const findings = [...changes].flatMap(([key, members]) => {
      const [first] = members;
      if (!first) return [];
      const { said, location } = first;
      return [
        {
          key,
          messageId: said.messageId,
          data: { ...said.data, paths: members.length },
          samples: members.map(({ foundAt }) => foundAt).filter((path) => ids.has(path)),
          location,
          evidence: {
            paths: members.length,
            examples: members.slice(0, examplesShown3).map(({ path, foundAt }) => `${path} → ${foundAt}`)
          }
        }
      ];
    });
    const counts = { rows: rowsRead, relocated: relocations.length };
    return {
      coverage: { evaluated: Math.max(rowsRead, relocations.length), unavailable: 0 },
      measurements: counts,
      findings,
      summary: { messageId: findings.length > 0 ? "found" : "clean", data: counts }
    };
  }
});
var examplesShown3 = 5;
function compareEnds({
  path,
  foundAt,
  location
}) {
  const written = path.split(/[\\/]/);
  const found = foundAt.split("/");
  let shared = 0;
  while (shared < found.length && isSpelledAlike(found.at(-1 - shared), written.at(-1 - shared))) shared++;
  const relocation = { path, foundAt, location };
  if (shared === 0)
    return { ...relocation, key: path, said: { messageId: "renamed", data: { path, foundAt } } };
  if (shared === written.length && found.slice(-shared).join("/") !== written.join("/")) {
    const folder = folderOf(foundAt);
    const said2 = { messageId: "spelled", data: { folder: nameFolder(folder) } };
    return { ...relocation, key: `case:${folder}`, said: said2 };
  }
  const from = written.slice(0, written.length - shared).join("/") || ".";
  const to = found.slice(0, found.length - shared).join("/") || ".";
  const said = { messageId: "moved", data: { from: nameFolder(from), to: nameFolder(to) } };
  return { ...relocation, key: `${from} → ${to}`, said };
}
function isSpelledAlike(a, b) {
  return a !== void 0 && a.normalize("NFC").toLowerCase() === b?.normalize("NFC").toLowerCase();
}

// src/checks/manifest/rows.ts
var rows = defineCheck({
  id: "manifest/rows",
  summary: "Can every row of the manifest be read as it is written?",
  description: `A row with more cells than the header has an unquoted delimiter in one of them, and nobody can tell in
which: it is not used. Nor is a row without an image. A row with fewer cells is used as far as it goes. Where two
columns have the same name, the first is read; another program may read the last. It is a warning since the rest of the
file can be read. Rows with the same fault are one finding, so that it stays the same when rows are sorted.

Coverage counts rows of manifests and lines of lists.`,
  defaultSeverity: "warning",
  needs: [],
  options: {},
  messages: {
    "too-many-cells": {
      text: "{rows|row has|rows have} more cells than the header, and {rows:is|are} not used",
      fix: "Quote the cells that hold the delimiter."
    },
    "too-few-cells": {
      text: "{rows|row has|rows have} fewer cells than the header",
      fix: "Fill the row up with empty cells, or quote a cell that holds a line break."
    },
    "no-image": {
      text: "{rows|row names|rows name} no image, and {rows:is|are} not used",
      fix: "Fill in the image, or remove the row."
    },
    "duplicate-header": {
      text: "several columns are called {column}; the first is read",
      fix: "Rename or remove the others."
    },
    clean: { text: "{rows|row|rows} read" },
    faults: { text: "{faulty} of {rows|row|rows} cannot be read as written" },
    headers: { text: "{columns|column name|column names} used more than once" },
    "no-rows": { text: "there is no manifest with rows" }
  },
  run({ problems, rowsRead }) {
    const faulty = problems.filter((problem) => problem.kind === "row");
    const headers = problems.filter((problem) => problem.kind === "duplicate-header");
    const total = faulty.length + headers.length;
    if (rowsRead === 0 && total === 0) return { skipped: { messageId: "no-rows", data: {} } };
    const byFault = groupBy(faulty, ({ reason, location }) => `${location.file}:${reason}`);
    const findings = [
      ...[...byFault].flatMap(([key, members]) => describeFault3(key, members)),
      ...headers.map(({ column, location }) => ({
        key: `${location.file}:column:${column}`,
        messageId: "duplicate-header",
        data: { column },
        samples: [],
        location,
        evidence: { column }
      }))
    ];
    const data = {
      faulty: new Set(faulty.map(({ location }) => `${location.file}:${location.line ?? 0}`)).size,
      rows: rowsRead,
      columns: headers.length
    };
    return {
      coverage: { evaluated: rowsRead, unavailable: 0 },
      measurements: { rows: rowsRead, faultyRows: data.faulty, repeatedColumns: headers.length },
      findings,
      summary: {
        messageId: faulty.length > 0 ? "faults" : headers.length > 0 ? "headers" : "clean",
        data
      }
    };
  }
});
var linesShown = 20;
function describeFault3(key, members) {
  const [first] = members;
  if (!first) return [];
  const { reason, columns, location } = first;
  return [
    {
      key,
      messageId: reason,
      data: { rows: members.length },
      samples: [],
      location,
      evidence: {
        rows: members.length,
        columns,
        lines: members.slice(0, linesShown).map((row) => row.location.line ?? 0),
        cells: members.slice(0, linesShown).map((row) => row.cells)
      }
    }
  ];
}

// src/checks/manifest/unlisted.ts
var unlisted = defineCheck({
  id: "manifest/unlisted",
  summary: "Are there pictures that no row names?",
  description: `A picture that no manifest and no list names is not part of the dataset: forgotten, or left behind. It
does no harm to what is trained, so it is for information only; but the dataset may be smaller than you believe. The
pictures of one folder are one finding. Label files that belong to no image are \`labels/orphan\`.

Coverage counts pictures: the samples, and those that no row names.`,
  defaultSeverity: "info",
  needs: [],
  options: {},
  messages: {
    unlisted: {
      text: "{files|picture|pictures} in {folder} {files:is|are} named by no row",
      fix: "Add rows for them, or move them out of the folder of the images."
    },
    clean: { text: "every picture is listed" },
    found: { text: "{files|picture|pictures} that no row names" },
    "no-rows": { text: "no manifest or list names images" },
    "no-pictures": { text: "there are no pictures" }
  },
  run({ samples, problems, rowsRead }) {
    const folders = findUnlisted(problems, "image");
    if (rowsRead === 0 && folders.length === 0) return { skipped: { messageId: "no-rows", data: {} } };
    const files2 = folders.reduce((sum2, { paths: paths2 }) => sum2 + paths2.length, 0);
    if (samples.length + files2 === 0) return { skipped: { messageId: "no-pictures", data: {} } };
    return {
      coverage: { evaluated: samples.length + files2, unavailable: 0 },
      measurements: { unlisted: files2 },
      findings: folders.map(({ folder, paths: paths2 }) => ({
        key: folder,
        messageId: "unlisted",
        data: { files: paths2.length, folder: nameFolder(folder) },
        samples: [],
        evidence: { files: paths2.length, examples: paths2.slice(0, examplesShown4) }
      })),
      summary: { messageId: files2 > 0 ? "found" : "clean", data: { files: files2 } }
    };
  }
});
var examplesShown4 = 10;

// src/statistics/mean-interval.ts
function halfIntervalOfMean(units, deviation) {
  return units < 2 ? void 0 : studentQuantile(units - 1) * deviation / Math.sqrt(units);
}
var mostUnits = 1e9;
function unitsForHalfInterval(half, deviation) {
  const isEnough2 = (units) => (halfIntervalOfMean(units, deviation) ?? Infinity) <= half;
  if (!isEnough2(mostUnits)) return void 0;
  let tooFew = 1;
  let enough = 2;
  while (!isEnough2(enough)) {
    tooFew = enough;
    enough = Math.min(mostUnits, 2 * enough);
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough2(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
function deviationOverChoices(chosen, units, deviation) {
  return deviation * Math.sqrt((1 - chosen / units) / chosen);
}
var z2 = 1.959963984540054;
var manyDegrees2 = 400;
function studentQuantile(degrees) {
  return degrees < manyDegrees2 ? invertStudent(degrees) : expandStudent(degrees);
}
function invertStudent(degrees) {
  let low = 1.9;
  let high = 13;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (studentMass(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
function studentMass(t, degrees) {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let total = degrees === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power < degrees; power += 2) {
    term *= (power - 1) / power * cosine * cosine;
    total += term;
  }
  return isOdd ? 2 / Math.PI * (angle + sine * total) : sine * total;
}
function expandStudent(degrees) {
  const first = (z2 ** 3 + z2) / 4;
  const second = (5 * z2 ** 5 + 16 * z2 ** 3 + 3 * z2) / 96;
  const third = (3 * z2 ** 7 + 19 * z2 ** 5 + 17 * z2 ** 3 - 15 * z2) / 384;
  return z2 + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}

// src/statistics/proportion-interval.ts
var z952 = 1.959963984540054;
function widestHalfInterval(units) {
  return z952 / (2 * Math.sqrt(units + z952 * z952));
}

// src/checks/subjects/score-precision.ts
function measurePrecision(testSubjects, subjects, { betweenSubjectDeviation, wantedHalfInterval }) {
  const needed = wantedHalfInterval > 0 ? unitsForHalfInterval(wantedHalfInterval, betweenSubjectDeviation) : void 0;
  return {
    betweenSubjectDeviation,
    wantedHalfInterval,
    testSubjectsNeeded: needed ?? null,
    ...testSubjects !== void 0 && {
      testSubjects,
      meanScoreHalfInterval: halfIntervalOfMean(testSubjects, betweenSubjectDeviation) ?? null,
      rateHalfInterval: widestHalfInterval(testSubjects),
      scoreDeviationOverChoices: testSubjects > 0 ? deviationOverChoices(testSubjects, subjects, betweenSubjectDeviation) : null
    }
  };
}

// src/statistics/effective-number.ts
function effectiveNumber(counts) {
  let sum2 = 0;
  let squares = 0;
  for (const count2 of counts) {
    sum2 += count2;
    squares += count2 * count2;
  }
  return squares === 0 ? 0 : sum2 * sum2 / squares;
}

// src/checks/subjects/subject-counts.ts
var largestShown = 20;
function countSubjects(samples) {
  const sizes = [...groupBy(samples, (sample2) => sample2.subject)].map(
    ([id, members]) => [id, members.length]
  );
  return {
    subjects: sizes.length,
    samples: sizes.reduce((sum2, [, size2]) => sum2 + size2, 0),
    effective: effectiveNumber(sizes.map(([, size2]) => size2)),
    largest: sizes.sort(([, a], [, b]) => b - a).slice(0, largestShown)
  };
}
function measureCounts({
  subjects,
  samples,
  effective,
  largest
}) {
  const [first] = largest;
  return {
    subjects,
    samples,
    effectiveSubjects: effective,
    largestShare: first ? first[1] / samples : 0,
    samplesPerSubject: Object.fromEntries(largest)
  };
}

// src/statistics/intra-class-correlation.ts
function measureClusterVariance(clusters) {
  const filled = [...clusters].filter((cluster) => cluster.length > 0);
  const sizes = filled.map((cluster) => cluster.length);
  const total = sum(sizes);
  const squares = sum(sizes.map((size2) => size2 * size2));
  const betweenDegrees = filled.length - 1;
  const withinDegrees = total - filled.length;
  if (betweenDegrees < 1 || withinDegrees < 1) return void 0;
  const grandMean = sum(filled.map(sum)) / total;
  let between = 0;
  let within = 0;
  for (const cluster of filled) {
    const mean = sum(cluster) / cluster.length;
    between += cluster.length * (mean - grandMean) ** 2;
    for (const value of cluster) within += (value - mean) ** 2;
  }
  const meanBetween = between / betweenDegrees;
  const meanWithin = within / withinDegrees;
  const typicalSize = (total - squares / total) / betweenDegrees;
  const spread = meanBetween + (typicalSize - 1) * meanWithin;
  if (spread <= 1e-24 * grandMean ** 2) return void 0;
  return {
    correlation: (meanBetween - meanWithin) / spread,
    clusters: filled.length,
    values: total,
    meanSizePerValue: squares / total
  };
}
function designEffect(correlation, meanSizePerValue) {
  return 1 + (meanSizePerValue - 1) * Math.max(0, correlation);
}
function sum(values2) {
  return values2.reduce((total, value) => total + value, 0);
}

// src/checks/subjects/subject-likeness.ts
var maxClasses2 = 20;
function measureLikeness(samples, { images }, presence) {
  const subjects = [...groupBy(samples, ({ subject: subject2 }) => subject2).values()];
  const measure = (read) => measureClusterVariance(
    subjects.map((members) => members.map(read).filter((value) => value !== void 0))
  );
  const intensity = measure(({ id }) => {
    const image = images.get(id);
    return image?.kind === "image" ? image.mean : void 0;
  });
  const ofClasses = presence.classes.slice(0, maxClasses2).flatMap((name) => {
    const variance = measure((sample2) => readPart(sample2, name, presence));
    return variance ? [[name, variance]] : [];
  });
  const measured = [...intensity ? [intensity] : [], ...ofClasses.map(([, variance]) => variance)];
  if (measured.length === 0) return void 0;
  const effect = Math.max(
    ...measured.map(({ correlation, meanSizePerValue }) => designEffect(correlation, meanSizePerValue))
  );
  return {
    intraClassCorrelations: {
      ...intensity && { intensity: intensity.correlation },
      classes: Object.fromEntries(ofClasses.map(([name, { correlation }]) => [name, correlation]))
    },
    highestCorrelation: Math.max(...measured.map(({ correlation }) => correlation)),
    designEffect: effect,
    effectiveSamples: samples.length / effect
  };
}
function readPart(sample2, name, { bySample, background, unit }) {
  const shown = bySample.get(sample2);
  if (!shown) return void 0;
  const amount = shown.get(name) ?? 0;
  if (unit !== "pixels") return amount;
  const all = [...shown.values()].reduce((sum2, pixels) => sum2 + pixels, background.get(sample2) ?? 0);
  return all === 0 ? void 0 : amount / all;
}

// src/checks/subjects/subject-table.ts
function tabulateSubjects(samples, { bySample }) {
  const cells = /* @__PURE__ */ new Map();
  for (const sample2 of samples) {
    const { subject: subject2, domain = null, splits: splits2 } = sample2;
    if (subject2 === void 0) continue;
    const shown = [...bySample.get(sample2)?.keys() ?? []];
    for (const split of splits2.length === 0 ? [null] : splits2) {
      for (const name of shown.length === 0 ? [null] : shown) {
        const key = JSON.stringify([split, domain, name]);
        const cell = cells.get(key) ?? { split, domain, class: name, subjects: /* @__PURE__ */ new Set(), samples: 0 };
        cell.subjects.add(subject2);
        cell.samples++;
        cells.set(key, cell);
      }
    }
  }
  return [...cells.values()].map(({ subjects, ...cell }) => ({ ...cell, subjects: subjects.size })).sort(
    (a, b) => compareSplits(a.split ?? "", b.split ?? "") || compareText(a.domain ?? "", b.domain ?? "") || compareText(a.class ?? "", b.class ?? "")
  );
}

// src/checks/subjects/count.ts
var count = defineCheck({
  id: "subjects/count",
  summary: "Are there enough subjects in the target domain and in each split?",
  description: `Images of one subject are not independent: sixty frames of four patients are closer to four samples than
to sixty. Counted are subjects with labelled samples (all samples, where no labels are declared) of the target domain.
The effective number of subjects is Kish's (Σn)² / Σn² over the samples per subject: it falls below the count when a
few subjects give most of the samples.

How alike images of one subject are is measured by the intra-class correlation, ICC(1) from the analysis of variance
(Donner 1986, doi:10.2307/1403259), of their mean intensity and of each class's part of the label. The design effect,
1 + (Σn²/Σn − 1) ρ with the highest ρ of these, says how many such images tell as much as one of a new subject: at ρ = 1
the samples are worth no more than the effective number of subjects.

What a test set can show depends on its subjects. The mean of a score over n test subjects is known to
± t · s / √n at 95 % (Student's t of n − 1 degrees of freedom). The deviation s of the score between subjects is not known
before a model is trained; the default of 0.1 is that of Dice scores of organs and lesions, whose 95 % intervals over 20
samples were found to be about 0.08 wide (El Jurdi and Colliot 2023, arXiv:2210.14677): 0.12 for five subjects, 0.07 for
ten. A rate, such as the share of subjects classified rightly, is known at best to half of Wilson's interval at one half:
0.33 for five subjects, 0.26 for ten. Other test subjects would have given another score: over all choices of n among the
N subjects there are, its deviation is s · √((1 − n/N) / n).

Coverage counts usable samples: those whose subject is known, and the others.`,
  defaultSeverity: "warning",
  needs: ["images", "masks", "annotations"],
  options: {
    minSubjects: {
      type: "integer",
      default: 10,
      minimum: 0,
      unit: "subjects",
      description: "Fewest subjects of the target domain over all splits."
    },
    minPerSplit: {
      type: "integer",
      default: 5,
      minimum: 0,
      unit: "subjects",
      description: "Fewest subjects of the target domain in each split."
    },
    maxShare: {
      type: "number",
      default: 0.5,
      minimum: 0,
      maximum: 1,
      unit: "share (0–1)",
      description: "Largest share of the samples that one subject may give."
    },
    betweenSubjectDeviation: {
      type: "number",
      default: 0.1,
      minimum: 0,
      maximum: 0.5,
      unit: "score (0–1)",
      description: "Standard deviation of the score between subjects, from which the precision of its mean is computed."
    },
    wantedHalfInterval: {
      type: "number",
      default: 0.05,
      minimum: 1e-3,
      maximum: 0.5,
      unit: "score (0–1)",
      description: "Half width of the 95 % interval of the mean score for which the test subjects needed are computed."
    }
  },
  messages: {
    few: {
      text: "only {subjects} {labelled}{subjects:subject|subjects}{target} ({samples|sample|samples}, effective number {effective})",
      fix: "Label samples of more subjects; more samples of the same subjects help little."
    },
    "few-in-split": {
      text: "{split} holds {subjects} {labelled}{subjects:subject|subjects}{target}, fewer than {minimum}",
      fix: "Move whole subjects into {split}, or label more of them."
    },
    dominant: {
      text: "subject {subject} gives {share%} of the {labelled}samples{target}",
      fix: "Label samples of other subjects, or sample fewer of {subject}."
    },
    result: {
      text: "{subjects} {labelled}{subjects:subject|subjects}{target}, effective number {effective}, from {samples|sample|samples}"
    },
    "result-tested": {
      text: "{subjects} {labelled}{subjects:subject|subjects}{target}, effective number {effective}, from {samples|sample|samples}; a mean score over {tested|test subject|test subjects} is known to ±{half}"
    },
    "no-subjects": { text: "no {labelled}sample{target} names its subject" }
  },
  run(dataset, options2) {
    const usable = usableSamples(dataset);
    const inTarget = usableTargetSamples(dataset);
    const known = inTarget.filter((sample2) => sample2.subject !== void 0);
    const coverage2 = { evaluated: known.length, unavailable: inTarget.length - known.length };
    const words2 = { labelled: labelledWord(dataset), target: ofTarget(dataset) };
    if (known.length === 0) return { skipped: { messageId: "no-subjects", data: words2 }, coverage: coverage2 };
    const all = countSubjects(known);
    const splits2 = new Map(
      [...spreadOverSplits(dataset.samples).keys()].map((split) => [
        split,
        countSubjects(known.filter((sample2) => sample2.splits.includes(split)))
      ])
    );
    const findings = [];
    const total = {
      ...words2,
      subjects: all.subjects,
      samples: all.samples,
      effective: all.effective,
      missing: Math.max(
        0,
        options2.minSubjects - all.subjects,
        splits2.size * options2.minPerSplit - all.subjects
      )
    };
    const tested = splits2.get("test")?.subjects;
    const half = halfIntervalOfMean(tested ?? 0, options2.betweenSubjectDeviation);
    if (all.subjects < options2.minSubjects) {
      findings.push({
        key: "all",
        messageId: "few",
        data: total,
        samples: [],
        subjects: all.largest.map(([id]) => id),
        evidence: { samplesPerSubject: Object.fromEntries(all.largest), minimum: options2.minSubjects }
      });
    }
    for (const [split, { subjects, largest }] of splits2) {
      if (subjects >= options2.minPerSplit) continue;
      findings.push({
        key: `split:${split}`,
        messageId: "few-in-split",
        data: {
          ...words2,
          split,
          subjects,
          minimum: options2.minPerSplit,
          missing: options2.minPerSplit - subjects
        },
        samples: [],
        subjects: largest.map(([id]) => id),
        evidence: {
          samplesPerSubject: Object.fromEntries(largest),
          meanScoreHalfInterval: halfIntervalOfMean(subjects, options2.betweenSubjectDeviation) ?? null,
          rateHalfInterval: widestHalfInterval(subjects)
        }
      });
    }
    const [dominant] = all.largest;
    if (dominant && all.subjects > 1 && dominant[1] / all.samples > options2.maxShare) {
      findings.push({
        key: `subject:${dominant[0]}`,
        messageId: "dominant",
        data: { ...words2, subject: dominant[0], share: dominant[1] / all.samples },
        samples: [],
        subjects: [dominant[0]],
        evidence: { samples: dominant[1], of: all.samples }
      });
    }
    const presence = findClassPresence(dataset);
    const likeness = measureLikeness(known, dataset, presence);
    const table = tabulateSubjects(usable, presence);
    return {
      coverage: coverage2,
      measurements: {
        target: measureCounts(all),
        splits: Object.fromEntries([...splits2].map(([split, counts]) => [split, measureCounts(counts)])),
        domains: countByDomain(usable),
        bySplitDomainAndClass: table.slice(0, maxRows2),
        rowsLeftOut: Math.max(0, table.length - maxRows2),
        ...likeness && { likeness },
        precision: measurePrecision(tested, all.subjects, options2)
      },
      findings,
      summary: half === void 0 ? { messageId: "result", data: total } : { messageId: "result-tested", data: { ...total, tested: tested ?? 0, half } }
    };
  }
});
var maxRows2 = 500;
function countByDomain(samples) {
  return Object.fromEntries(
    [...groupBy(samples, (sample2) => sample2.domain)].map(([domain, members]) => {
      const { subjects, effective, samples: known } = countSubjects(members);
      return [domain, { subjects, effectiveSubjects: effective, samples: known }];
    })
  );
}

// src/checks/subjects/identified.ts
var identified = defineCheck({
  id: "subjects/identified",
  summary: "Is the subject of every sample known?",
  description: `A sample whose subject is unknown cannot be shown to stand in one split only: leakage by subject is
judged on the others alone.

Coverage counts samples: those whose subject is known, and the others.`,
  defaultSeverity: "warning",
  needs: [],
  options: {},
  messages: {
    none: {
      text: "no sample names its subject, so leakage by subject cannot be judged",
      fix: "Declare `samples.columns.subject`, or `samples.subject.pattern` where the path holds it."
    },
    some: {
      text: "{unknown} of {samples|sample|samples} have no known subject",
      fix: "Fill in the subject in the manifest, or widen `samples.subject.pattern`."
    },
    all: { text: "the subject of every sample is known" },
    "no-samples": { text: "the dataset holds no sample" }
  },
  run({ samples }) {
    if (samples.length === 0) return { skipped: { messageId: "no-samples", data: {} } };
    const unknown = samples.filter((sample2) => sample2.subject === void 0);
    const data = { unknown: unknown.length, samples: samples.length };
    const messageId = unknown.length === samples.length ? "none" : "some";
    const location = unknown.find((sample2) => sample2.location)?.location;
    return {
      coverage: { evaluated: samples.length - unknown.length, unavailable: unknown.length },
      measurements: { unknown: unknown.length },
      findings: unknown.length === 0 ? [] : [
        {
          key: "unknown",
          messageId,
          data,
          samples: unknown.map((sample2) => sample2.id),
          ...location && messageId === "some" && { location },
          evidence: data
        }
      ],
      summary: { messageId: unknown.length === 0 ? "all" : messageId, data }
    };
  }
});

// src/checks/index.ts
var checks = {
  "leakage/subject": subject,
  "leakage/group": group,
  "leakage/duplicate": duplicate,
  "leakage/near-duplicate": nearDuplicate,
  "leakage/scene": scene,
  "leakage/alias": alias,
  "duplicates/within-split": withinSplit,
  "subjects/count": count,
  "subjects/identified": identified,
  "composition/labelled": labelled,
  "composition/splits": splits,
  "classes/balance": balance,
  "classes/coverage": coverage,
  "labels/missing": missing,
  "labels/orphan": orphan,
  "labels/empty": empty,
  "labels/class-names": classNames,
  "labels/geometry": geometry,
  "labels/palette": palette,
  "labels/values": values,
  "labels/shapes": shapes,
  "labels/conflict": conflict,
  "labels/boxes": boxes,
  "labels/doubtful-boxes": doubtfulBoxes,
  "labels/annotations": annotations,
  "labels/sample": sample,
  "domain/shift": shift,
  "domain/confound": confound,
  "images/readable": readable,
  "baseline/published": published,
  "baseline/smoke": smoke,
  "manifest/files": files,
  "manifest/paths": paths,
  "manifest/rows": rows,
  "manifest/unlisted": unlisted,
  "manifest/conflicts": conflicts
};

// src/adapters/git.ts
import { spawn } from "node:child_process";
var maxOutputBytes = 512 * 1024 * 1024;
var maxComplaintLength = 500;
var defaultTimeoutMs = 3e5;
var safeSettings = [
  ["-c", "safe.bareRepository=explicit"],
  ["-c", "core.fsmonitor=false"],
  ["-c", "core.hooksPath=/dev/null"]
].flat();
var safeEnvironment = { GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
var repositoryVariables = /^GIT_(?:ALTERNATE_OBJECT_DIRECTORIES|DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|PREFIX|NAMESPACE|GRAFT_FILE|SHALLOW_FILE|IMPLICIT_WORK_TREE|INTERNAL_SUPER_PREFIX|NO_REPLACE_OBJECTS|REPLACE_REF_BASE)$/u;
var GitError = class extends EnvironmentError {
  /** As in `GitOutcome`. */
  complaint;
  constructor(command, complaint) {
    super(`git ${command} failed: ${complaint}`);
    this.name = "GitError";
    this.complaint = complaint;
  }
};
async function askGit(folder, parameters, options2 = {}) {
  const { exitCode, output, complaint } = await runGit(folder, parameters, options2);
  if (exitCode !== 0) throw new GitError(nameOf(parameters), complaint);
  return output;
}
async function runGit(folder, parameters, { input, env = {}, maxBytes = maxOutputBytes, timeoutMs = defaultTimeoutMs } = {}) {
  const child = startGit(folder, parameters, timeoutMs, env);
  const pieces = [];
  let total = 0;
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    complaint = (complaint + text).slice(-maxComplaintLength);
  });
  child.stdout.on("data", (piece) => {
    total += piece.length;
    if (total > maxBytes) child.kill();
    else pieces.push(piece);
  });
  child.stdin.on("error", () => void 0).end(input);
  const { code, signal } = await untilClosed(child);
  if (total > maxBytes)
    throw new EnvironmentError(`git ${nameOf(parameters)} answers more than ${maxBytes} bytes`);
  if (signal !== null) throw new EnvironmentError(`git ${nameOf(parameters)} was stopped by ${signal}`);
  return {
    exitCode: code ?? 1,
    output: Buffer.concat(pieces),
    complaint: complaint.trim().replace(/\s+/gu, " ")
  };
}
async function* streamGit(folder, parameters) {
  const child = startGit(folder, parameters, defaultTimeoutMs);
  child.stdin.on("error", () => void 0).end();
  child.stderr.resume();
  const closed = untilClosed(child);
  closed.catch(() => void 0);
  try {
    for await (const piece of child.stdout) yield piece;
    const { code, signal } = await closed;
    if (code !== 0)
      throw new EnvironmentError(`git ${nameOf(parameters)} ended with ${code ?? signal ?? "nothing"}`);
  } finally {
    child.kill();
  }
}
function startGit(folder, parameters, timeoutMs, env = {}) {
  const inherited = Object.entries(process.env).filter(([variable]) => !repositoryVariables.test(variable));
  return spawn("git", [...safeSettings, ...parameters], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), ...safeEnvironment, ...env },
    shell: false,
    stdio: ["pipe", "pipe", "pipe"],
    timeout: timeoutMs
  });
}
function untilClosed(child) {
  return new Promise(
    (resolve, reject) => {
      child.on(
        "error",
        (cause) => reject(new EnvironmentError("git cannot be started", { hint: "check that it is installed", cause }))
      );
      child.on("close", (code, signal) => resolve({ code, signal }));
    }
  );
}
function nameOf([name = ""]) {
  return name;
}

export {
  compareText,
  sortedUnique,
  groupBy,
  compareSplits,
  normalizeSpelling,
  isLabelled,
  waiverCheck,
  findWaiver,
  judgeWaivers,
  GitError,
  askGit,
  runGit,
  streamGit,
  soleSplit,
  findClassPresence,
  balance,
  buildSampleGraph,
  widestHalfInterval,
  seedRandom,
  shuffle2 as shuffle,
  leven,
  checks,
  require_ajv
};
