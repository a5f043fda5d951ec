/** The address in a stack's first frame; none where that is no file's (`about:srcdoc`, evaluated text). */
export const addressInStack = (stack: unknown): string | undefined => {
  const lines = String(stack).split("\n");
  const frame = lines.find((line) => /\S/.test(line) && !/^\s*Error\b/.test(line));
  return /(?:^|[\s(@])(\w[\w+.-]*:\/\/\S+?)(?::\d+){2}\)?$/.exec(frame ?? "")?.[1];
};
