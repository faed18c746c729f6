/** What was looked at: well, worth a look, or in the way of the service. */
export interface Diagnosis {
  /** A key of the words of the terminal. */
  readonly subject: string;
  readonly state: "well" | "doubt" | "ill";
  /** A key of the words of the terminal that says what was found; the subject's own when absent. */
  readonly remark?: string;
  /** Figures, names and places, for the words. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Looks at one thing; throwing means ill. */
export interface Probe {
  readonly subject: string;
  readonly look: () => Promise<Omit<Diagnosis, "subject">>;
}

const problemOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const examine = async ({ subject, look }: Probe): Promise<Diagnosis> => {
  try {
    return { subject, ...(await look()) };
  } catch (error) {
    return { subject, state: "ill", remark: "failed", facts: { problem: problemOf(error) } };
  }
};

/** Looks at each thing in turn; one that is ill hides no other. */
export const doctor = async (probes: readonly Probe[]): Promise<readonly Diagnosis[]> => {
  const found: Diagnosis[] = [];
  for (const probe of probes) found.push(await examine(probe));
  return found;
};
