import { describe, expect, test } from 'vitest';
import { fileKind } from '../../../../entrypoints/viewer/opening/file-kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('fileKind', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF\n', 'pdf'],
    ['a PDF behind other bytes', '\n\n%PDF-1.4\n%%EOF', 'pdf'],
    ['a PDF without its end', '%PDF-1.4\n1 0 obj <<', 'truncated'],
    ['a web page', '\ufeff<!DOCTYPE html><title>请登录</title>', 'web-page'],
    ['a page that begins with a script', '<script>location="/login"</script>', 'web-page'],
    ['doc, xls, wps', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'office'],
    ['zip', 'PK\x03\x04\x14', 'archive'],
    ['docx, xlsx', 'PK\x03\x04\x14\x00[Content_Types].xml', 'office'],
    ['odt', 'PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.text', 'office'],
    ['ofd', 'PK\x03\x04\x14\x00Doc_0/Document.xml PK\x01\x02OFD.xml', 'ofd'],
    ['7z', '7z\xbc\xaf\x27\x1c', 'archive'],
    ['rar', 'Rar!\x1a\x07', 'archive'],
    ['jpeg', '\xff\xd8\xff\xe0', 'picture'],
    ['png', '\x89PNG\r\n', 'picture'],
    ['nothing', '', 'empty'],
    ['something else', 'hello', 'not-pdf'],
  ] as const)('%s', (_, text, kind) => {
    expect(fileKind(bytes(text))).toBe(kind);
  });
});
