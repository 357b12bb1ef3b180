/**
 * What the server's process is started with. By itself Node takes four threads for compiling and for collecting garbage,
 * which on a machine of two or four cores keep the server, and the editor, from working while all notes are read; with 0
 * it takes as many as there are cores to spare.
 */
export const serverFlags: readonly string[] = ['--v8-pool-size=0'];
