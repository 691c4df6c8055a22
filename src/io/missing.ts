/** For `.catch`: what is not there is undefined, and anything else that went wrong goes on being thrown. */
export function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
