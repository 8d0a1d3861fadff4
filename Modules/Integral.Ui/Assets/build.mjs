// Makes wwwroot/dist from Assets: one stylesheet, one script, the script that sets the look before the first paint, one icon sprite.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const assets = dirname(fileURLToPath(import.meta.url));
const root = dirname(assets);
const dist = join(root, 'wwwroot', 'dist');
const target = 'chrome109';

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', join(assets, 'tsconfig.json')], { stdio: 'inherit' });

// Bootstrap still uses what Sass calls outdated; only its own code may.
const { css } = sass.compile(join(assets, 'scss', 'app.scss'), { loadPaths: [join(root, 'node_modules')], quietDeps: true, silenceDeprecations: ['import'] });
const { code } = await esbuild.transform(css, { loader: 'css', minify: true, target, legalComments: 'none' });
writeFileSync(join(dist, 'app.css'), code);

await esbuild.build({
  entryPoints: ['app', 'editor', 'look'].map(name => join(assets, 'ts', `${name}.ts`)),
  outdir: dist, bundle: true, minify: true, format: 'iife', target, legalComments: 'none', logLevel: 'warning',
});

const symbol = file => {
  const drawing = readFileSync(join(assets, 'icons', file), 'utf8').replace(/^[^]*?<svg[^>]*>|<\/svg>\s*$/g, '');
  return `<symbol id="${file.slice(0, -4)}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;
};
const icons = readdirSync(join(assets, 'icons')).filter(f => f.endsWith('.svg')).sort();
writeFileSync(join(dist, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${icons.map(symbol).join('')}</svg>`);
