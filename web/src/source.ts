// Where an element's guide is from: the page's article, or a file.
//
// Belongs here: finding it, and having what surely must read it come meanwhile. Does not: which article is meant (article.ts), which
// file (loader.ts).
import { type Followed, isFile, isMarked, whyMissing } from "./article.ts";
import { parsed } from "./dom.ts";
import type { Source } from "./loader.ts";
import { problem } from "./problem.ts";
import { fileReader, loader, reader, release } from "./release.ts";

const look = async (element: Element, followed: Followed): Promise<Source> => {
  if (isFile(element)) return (await loader.load()).fetchGuide(element, release());
  // Half an article is another guide.
  await parsed();
  const article = followed.read();
  if (!article) throw problem("no-article", whyMissing(element));
  return { article };
};

export const findSource = async (element: Element, followed: Followed): Promise<Source> => {
  const source = await look(element, followed);
  // What surely needs a reader has it come beside the widget. Who waits for it hears of its failure.
  if (!("article" in source)) fileReader.load().catch(() => {});
  else if (!isMarked(source.article)) reader.load().catch(() => {});
  return source;
};
