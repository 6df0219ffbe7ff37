import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A function as written: arrows and methods too. */
interface FunctionShape {
  name: string;
  lines: number;
  parameters: string[];
  isAsync: boolean;
  isExported: boolean;
}

export interface Import {
  /** As written. */
  specifier: string;
  /** Path in the repository, without extension; undefined for packages. */
  file: string | undefined;
  /** Erased by the compiler, so it cannot close a cycle. */
  isType: boolean;
  /** What is taken from it by name. */
  names: string[];
}

/** What the architecture test asks about one file. */
export interface SourceFile {
  path: string;
  /** Path without extension, as imports name it. */
  module: string;
  isTest: boolean;
  text: string;
  lines: number;
  imports: Import[];
  functions: FunctionShape[];
  directives: string[];
  /** Hands on what other files export, wholly or by a star. */
  isBarrel: boolean;
}

const rooms = ['app', 'components', 'lib', 'cli', 'scripts', 'prisma', 'e2e', 'bench'];
const code = /\.(ts|tsx|mjs)$/;

export function readSources(root: string): SourceFile[] {
  const tree = rooms.filter((room) => existsSync(path.join(root, room))).flatMap((room) => walk(root, room));
  const top = readdirSync(root).filter((name) => code.test(name) && !name.endsWith('.d.ts'));
  return [...tree, ...top].map((file) => readSource(root, file));
}

function walk(root: string, folder: string): string[] {
  if (folder === 'prisma/generated') return [];
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(root, file) : code.test(entry.name) ? [file] : [];
  });
}

function readSource(root: string, file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const [imports, functions]: [Import[], FunctionShape[]] = [[], []];
  const visit = (node: ts.Node) => {
    const specifier = specifierOf(node);
    if (specifier) imports.push({ ...specifier, file: target(file, specifier.specifier) });
    if (ts.isFunctionLike(node) && 'body' in node && node.body) functions.push(shape(node, tree));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return {
    path: file,
    module: file.replace(code, ''),
    isTest: /\.(test|spec|fixture)\.|\/test-|^e2e\//.test(file),
    text,
    lines: text.split('\n').length - 1,
    imports,
    functions,
    directives: tree.statements.flatMap((statement) =>
      ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)
        ? [statement.expression.text]
        : [],
    ),
    isBarrel: isBarrel(tree),
  };
}

function specifierOf(node: ts.Node): Omit<Import, 'file'> | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const named = clause?.namedBindings;
    const elements = named && ts.isNamedImports(named) ? [...named.elements] : [];
    const onlyTypes = !clause?.name && elements.length > 0 && elements.every((element) => element.isTypeOnly);
    const isType = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypes;
    const names = elements.map(({ name, propertyName }) => (propertyName ?? name).text);
    return { specifier: node.moduleSpecifier.text, isType, names };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return { specifier: node.moduleSpecifier.text, isType: node.isTypeOnly, names: [] };
  // A dynamic import loads later, so it cannot close a cycle either.
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    if (argument && ts.isStringLiteral(argument))
      return { specifier: argument.text, isType: true, names: [] };
  }
  return undefined;
}

function target(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return specifier.slice(2).replace(code, '');
  if (specifier.startsWith('.')) return path.join(path.dirname(from), specifier).replace(code, '');
  return undefined;
}

function shape(node: ts.SignatureDeclaration, tree: ts.SourceFile): FunctionShape {
  const line = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  const owner = ts.isFunctionDeclaration(node) ? node : declarationOf(node);
  const statement = ts.isVariableDeclaration(owner) ? owner.parent.parent : owner;
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  const own = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return {
    name: ts.isConstructorDeclaration(node)
      ? 'constructor'
      : ((owner as { name?: ts.Node }).name?.getText(tree) ?? '(unnamed)'),
    lines: line(node.getEnd()) - line(node.getStart(tree)) + 1,
    parameters: node.parameters.map((parameter) => parameter.getText(tree)),
    isAsync: own?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false,
    isExported: modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false,
  };
}

/** `const name = () => …` is the declaration of its arrow. */
const declarationOf = (node: ts.Node): ts.Node =>
  ts.isVariableDeclaration(node.parent) ? node.parent : node;

function isBarrel(tree: ts.SourceFile): boolean {
  const handsOn = tree.statements.filter((node) => ts.isExportDeclaration(node) && node.moduleSpecifier);
  const star = handsOn.some((node) => ts.isExportDeclaration(node) && !node.exportClause);
  return star || (handsOn.length > 0 && handsOn.length === tree.statements.length);
}

/** `lib/server` for what lies in no room of it. */
export const roomOf = (file: string): string =>
  file.split('/').length > 3 ? file.split('/').slice(0, 3).join('/') : 'lib/server';

/** Each circle of what stands on what, as the path that closes it. */
export function cycles(next: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (module: string, trail: string[]) => {
    if (trail.includes(module)) found.push([...trail.slice(trail.indexOf(module)), module].join(' → '));
    if (done.has(module) || trail.includes(module)) return;
    for (const other of next.get(module) ?? []) visit(other, [...trail, module]);
    done.add(module);
  };
  for (const module of next.keys()) visit(module, []);
  return found;
}
