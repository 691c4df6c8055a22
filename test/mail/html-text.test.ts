import { describe, expect, test } from 'vitest';
import { decodeEntities } from '../../src/mail/entities.ts';
import { htmlToText } from '../../src/mail/html-text.ts';

describe('htmlToText', () => {
  test.each([
    ['paragraphs', '<p>un</p><p>deux</p>', 'un\n\ndeux'],
    ['divs and breaks', '<div>un<br>deux</div><div>trois</div>', 'un\ndeux\ntrois'],
    ['white space', '<p>un\n   deux&nbsp;trois</p>', 'un deux trois'],
    ['white space between inline elements', '<b>un</b> <i>deux</i>', 'un deux'],
    ['cells and rows', '<table><tr><td>un</td><td>deux</td></tr><tr><td>trois</td></tr></table>', 'un\tdeux\ntrois'],
    [
      'paragraphs in the cells of a row',
      '<table><tr><td><p>1</p></td><td><p>un</p><p>deux</p></td><td><p>trois</p><p>&nbsp;</p></td></tr><tr><td><p>2</p></td><td><p>quatre</p></td></tr></table><p>cinq</p>',
      '1\tun\ndeux\ttrois\n2\tquatre\n\ncinq',
    ],
    [
      'paragraphs and empty cells below the cells of another row',
      '<table><tr><td>1</td><td>2</td><td>3</td></tr><tr><td></td><td><p>un</p><p>deux</p></td><td>trois<br>quatre</td></tr></table>cinq',
      '1\t2\t3\n\tun deux\ttrois\nquatre\ncinq',
    ],
    [
      'rows that are not closed',
      '<table><tr><td>un<td>deux<tr><td>trois<td>quatre</table>cinq',
      'un\tdeux\ntrois\tquatre\ncinq',
    ],
    ['a cell behind a colon', '<table><tr><td>From:</td><td>Ama</td></tr></table>', 'From: Ama'],
    ['an empty cell first', '<table><tr><td></td><td><div>Ama</div><div>Dean</div></td></tr></table>', 'Ama\nDean'],
    [
      'rows that lay out a page',
      '<table><tr><td><table><tr><td><p>un</p><p>deux</p></td></tr></table></td><td><ul><li>trois</li></ul></td></tr><tr><td><p>quatre</p><p>cinq</p></td></tr></table>',
      'un\n\ndeux\n\n- trois\n\nquatre\n\ncinq',
    ],
    ['lists', '<ul><li>un</li><li>deux</li></ul>', '- un\n- deux'],
    [
      'numbered lists',
      '<ol><li>un<ul><li>a</li></ul></li><li>deux</li></ol><ul><li>b</li></ul>',
      '1. un\n- a\n2. deux\n- b',
    ],
    [
      'a numbered list that goes on',
      '<ol start="3"><li>un</li><li value=5>deux<li>trois</ol>',
      '3. un\n5. deux\n6. trois',
    ],
    ['preformatted text', '<pre>un\n  deux</pre>', 'un\n  deux'],
    [
      'quotes, and quotes in quotes',
      '<blockquote>un<blockquote>deux</blockquote></blockquote>trois',
      '> un\n>\n> > deux\n>\ntrois',
    ],
    ['a rule', 'un<hr>deux', `un\n${'_'.repeat(32)}\ndeux`],
    [
      'what is not for readers',
      '<head><title>t</title><style>p{}</style></head><script>if (a<b) x()</script><!-- c -->un',
      'un',
    ],
    ['an element that is never closed', '<style>un', 'un'],
    ['a comment that is never closed', 'un<!-- deux<br>trois', 'un deux\ntrois'],
    ['a comment that is empty', 'un<!-->deux', 'undeux'],
    ['a sign that opens no tag', 'a < b, 1 <2 et <3', 'a < b, 1 <2 et <3'],
    ['a bracket in an attribute', '<a title="a > b" href="x">un</a>', 'un'],
    ['a quote that is not closed', '<a title="x>un</a> deux', 'un deux'],
    ['no tag at all', 'un', 'un'],
    ['what is struck out', 'un <s>deux</s> <DEL>trois <b>quatre</b></del><strike>cinq</strike> six', 'un six'],
    ['what a style strikes out', 'un <span style="color:red; text-decoration: line-through">deux</span>', 'un'],
    ['what is hidden', '<div style="display:none">un<div>deux</div>trois</div><p hidden>quatre</p>cinq', 'cinq'],
    [
      'what has no size, but for what has one in it',
      '<div style="font-size:0px">un <p style="font-size:14px">deux</p></div>trois',
      'deux\n\ntrois',
    ],
    ['a hidden paragraph ended by the next', '<p style="display:none">un<p>deux</p>', 'deux'],
    ['a hidden picture', '<img style="display:none" src="x">un', 'un'],
    ['a hidden element that is never closed', '<div><span style="display:none">un</div>deux', 'un\ndeux'],
    ['a strike in a hidden element, never closed', '<div hidden>un<s>deux</div>trois</s>', 'trois'],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});

test.each([
  ['&eacute;&OElig;&rsquo;&amp;&lt;', 'éŒ’&<'],
  ['&#233;&#xe9;&#x1F6A7;', 'éé🚧'],
  ['&#146;&#128;', '’€'],
  ['&amp;eacute;', '&eacute;'],
  ['&unknown; & &#; AT&T', '&unknown; & &#; AT&T'],
  ['&#0;&#xD800;&#99999999;', '\uFFFD\uFFFD&#99999999;'],
])('decodeEntities %s', (written, read) => {
  expect(decodeEntities(written)).toBe(read);
});
