import type { CorpusHead } from '@/lib/core/corpus/corpus';
import { corpusFileName } from '@/lib/core/export/file-names';

/** Python that reads the bundle with pandas, DuckDB and spaCy. */
export const loadingSnippet = (head: CorpusHead): string => `import json, duckdb, pandas, spacy

annotations = pandas.read_parquet("parquet/annotations.parquet")
print(duckdb.sql("""SELECT d.title, a.tags, a.quote FROM 'parquet/annotations.parquet' a
                    JOIN 'parquet/documents.parquet' d ON d.id = a.document"""))
nlp = spacy.blank("xx")
for line in map(json.loads, open("jsonl/${corpusFileName(head)}.jsonl", encoding="utf-8")):
    doc = nlp(line["text"])
    doc.spans["tags"] = [doc.char_span(s["start"], s["end"], label=tag, alignment_mode="expand")
                         for s in line["spans"] for tag in s["tags"]]`;
