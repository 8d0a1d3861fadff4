// Lighthouse on phone settings, the median of so many runs: ./dev lighthouse [address] [runs]
// It asks a server that runs already, and fails where a median is under the line. What a page lost points for is printed.
import { execFileSync } from 'node:child_process';

const [address = 'http://localhost:5080/', said = '5'] = process.argv.slice(2);
const line = 95, runs = Number(said);
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const lighthouse = process.env.LIGHTHOUSE ? [process.env.LIGHTHOUSE] : ['npx', '--yes', 'lighthouse@12'];
const env = { ...process.env, CHROME_PATH: process.env.CHROME_PATH ?? '/usr/bin/chromium' };

const reports = [];
for (let run = 1; run <= runs; run++) {
  const [program, ...first] = lighthouse;
  const json = execFileSync(program, [...first, address, '--output=json', '--quiet', `--only-categories=${categories}`, '--chrome-flags=--headless=new --no-sandbox'], { env, maxBuffer: 1 << 28 });
  const report = JSON.parse(json);
  if (report.runtimeError) throw new Error(report.runtimeError.message);
  reports.push(report);
  console.log(`run ${run}: ${categories.map(c => `${c} ${scoreOf(report, c)}`).join(', ')}`);
}

const lost = new Map();
let missed = false;
for (const category of categories) {
  const scores = reports.map(r => scoreOf(r, category)).sort((a, b) => a - b);
  const median = scores[Math.floor(scores.length / 2)];
  missed ||= median < line;
  console.log(`${median < line ? 'MISS' : 'ok  '} ${category}: median ${median}`);
  for (const report of reports) for (const { id, weight } of report.categories[category].auditRefs) {
    const audit = report.audits[id];
    if (weight > 0 && audit.score !== null && audit.score < 0.9) lost.set(id, `${category}: ${audit.title} ${audit.displayValue ?? ''}`);
  }
}
for (const what of lost.values()) console.log(`     ${what}`);
process.exit(missed ? 1 : 0);

function scoreOf(report, category) { return Math.round(report.categories[category].score * 100); }
