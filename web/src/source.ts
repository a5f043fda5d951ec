// Where an element's guide is from: the page's article, or a file.
//
// Belongs here: finding it, having what surely must read it come meanwhile, and having it read. Does not: which article is meant
// (article.ts), which file (loader.ts).
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

/** The guide of what the widget does not read by itself, as JSON. `named`: whether the page names the article. */
export const guideOf = async (source: Source, named: boolean): Promise<string> =>
  "article" in source ? (await reader.load()).guideOf(source.article, named) : (await fileReader.load()).guideOf(source);
