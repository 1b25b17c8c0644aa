declare module '@20minutes/s3rver' {
  /** A store that speaks S3, on this machine's disk. */
  export default class S3rver {
    constructor(options: Record<string, unknown>)
    run(): Promise<{ address: string; port: number }>
    close(): Promise<void>
  }
}
