import { run } from './run.ts';

/** Installs packages below `prefix`, with nothing of them compiled. */
export async function npmInstall(prefix: string, args: readonly string[]): Promise<void> {
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  const code = await run(command, [...first, 'install', ...args, ...quiet, '--prefix', prefix], {
    cwd: prefix,
    env: ownNpmEnvironment(process.env),
  });
  if (code !== 0) throw new Error(`npm ended with ${code}`);
}

/** An npm script passes its own settings on to the npm that it starts. Of these only how to reach the registry is wanted. */
export function ownNpmEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const wanted = /^npm_config_(registry|userconfig|globalconfig|cache|.*proxy|ca|cafile|strict_ssl|\/\/.*)$/i;
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name) || wanted.test(name)),
  );
}
