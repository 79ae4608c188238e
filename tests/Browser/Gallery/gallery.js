// Draws cards with the renderer that Teams' web client is built on, in its colours, and says what cannot be read or reached.
'use strict';

/** Text, subtle text, ground, emphasised ground, link, alarm, alarm's ground: near those that Teams shows. */
const THEMES = {
  light: ['#252424', '#bf252424', '#ffffff', '#f9f8f7', '#6264a7', '#c4314b', '#fff4ed'],
  dark: ['#ffffff', '#bfffffff', '#2d2c2c', '#292828', '#a6a7dc', '#f9687a', '#3b2020'],
  contrast: ['#ffffff', '#ffffff', '#000000', '#000000', '#ffff01', '#ffff01', '#000000'],
};

function hostConfig([text, subtle, ground, emphasis, link, alarm, alarmed]) {
  const of = (color, quiet = color) => ({ default: color, subtle: quiet });
  const foregroundColors = {
    default: of(text, subtle), dark: of(text, subtle), light: of(text, subtle),
    accent: of(link), attention: of(alarm), good: of(text), warning: of(text),
  };
  const style = backgroundColor => ({ backgroundColor, foregroundColors });
  return new AdaptiveCards.HostConfig({
    supportsInteractivity: true,
    fontFamily: "'Noto Sans CJK JP', 'Noto Sans JP', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: subtle },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style(ground), emphasis: style(emphasis), accent: style(emphasis),
      attention: style(alarmed), good: style(emphasis), warning: style(emphasis),
    },
    inputs: { label: { requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' }, optionalInputs: { weight: 'bolder' } } },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  });
}

/** @returns what is wrong, a line each. */
function gallery(cards, theme, width) {
  const [text, , ground, , link] = THEMES[theme];
  const [pressed, onPressed] = theme === 'contrast' ? ['#ffff01', '#000000'] : ['#5b5fc7', '#ffffff'];
  document.head.innerHTML = `<style>
    body { margin: 0; height: 1500px; columns: ${width}px; column-gap: 12px; column-fill: auto; background: #808080; }
    body { font: 14px 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif; width: max-content; }
    figure { margin: 0 0 12px; width: ${width}px; background: ${ground}; color: ${text}; overflow-wrap: anywhere; }
    figcaption { font-size: 9px; background: #404040; color: #fff; overflow-wrap: anywhere; break-after: avoid; }
    button { font: inherit; font-weight: 600; padding: 5px 12px; border: 1px solid ${text}; border-radius: 4px; max-width: 100%;
      background: ${ground}; color: ${text}; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
    .style-positive { background: ${pressed}; color: ${onPressed}; border-color: ${pressed}; }
    .ac-container[style*=background], .ac-columnSet[style*=background] { outline: ${theme === 'contrast' ? '1px solid #fff' : 'none'}; }
    .ac-textRun a, .ac-textBlock a { color: ${link}; }
    input:not([type=checkbox], [type=radio]), textarea, select { font: inherit; width: 100%; box-sizing: border-box;
      background: ${ground}; color: ${text}; border: 1px solid ${text}; }
  </style>`;
  document.body.innerHTML = '';
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (written, result) => {
    result.outputHtml = markdownit().render(written);
    result.didProcess = true;
  };
  const faults = [];
  for (const [name, json] of Object.entries(cards)) {
    const figure = document.body.appendChild(document.createElement('figure'));
    figure.appendChild(document.createElement('figcaption')).textContent = name;
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = hostConfig(THEMES[theme]);
    card.parse(json);
    figure.appendChild(card.render());
    figure.classList.toggle('longest', name.endsWith('_longest'));
    for (const fault of [...unreadable(figure, ground), ...unreachable(figure)]) faults.push(`${name}: ${fault}`);
  }
  // Made of the most that can be typed: its beginning says how it looks.
  for (const longest of document.querySelectorAll('.longest')) Object.assign(longest.style, { maxHeight: '700px', overflow: 'hidden' });
  return faults;
}

function* unreadable(figure, ground) {
  for (const at of figure.querySelectorAll('*')) {
    const box = at.getBoundingClientRect();
    if (box.width === 0 || at.tagName === 'FIGCAPTION' || at.tagName === 'OPTION') continue;
    const words = [...at.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join('').trim();
    if (at.scrollWidth > at.clientWidth + 1 && at.clientWidth > 0 && !/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) && getComputedStyle(at).display !== 'inline')
      yield `is cut: ${at.innerText.slice(0, 40)}`;
    if (!words) continue;
    const block = at.closest('.ac-textBlock, .ac-richTextBlock, button, label') ?? at;
    if (block.innerText.trim().length > 4 && block.getBoundingClientRect().width < 56) yield `wraps letter by letter: ${words.slice(0, 40)}`;
    const apart = contrast(getComputedStyle(at).color, groundOf(at, ground));
    if (apart < 4.5) yield `hardly stands out (${apart.toFixed(1)}): ${words.slice(0, 40)}`;
  }
}

function* unreachable(figure) {
  for (const at of figure.querySelectorAll('button, [role=button], [role=link], input, textarea, select')) {
    if (at.getBoundingClientRect().width === 0) continue;
    const labels = [...(at.labels ?? [])].map(label => label.innerText).join('');
    const named = (at.getAttribute('aria-labelledby') ?? '').split(' ').map(id => (id && document.getElementById(id)?.innerText) || '').join('');
    if (!(at.getAttribute('aria-label') || labels || named || at.innerText?.trim())) yield `has no name: ${at.outerHTML.slice(0, 120)}`;
    if (at.tabIndex < 0) yield `is not reached by the tabulator: ${at.outerHTML.slice(0, 120)}`;
  }
  for (const image of figure.querySelectorAll('img')) if (!image.alt) yield 'a picture says nothing';
}

const rgba = color => {
  const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
  return [r, g, b, a];
};
const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => part * a + below[i] * (1 - a));

function groundOf(at, ground) {
  const layers = [];
  for (let up = at; up; up = up.parentElement) layers.push(rgba(getComputedStyle(up).backgroundColor));
  const lowest = [1, 3, 5].map(at => parseInt(ground.slice(at, at + 2), 16));
  return layers.reverse().reduce((below, layer) => over(layer, below), lowest);
}

/** As WCAG 2 reckons it. */
function contrast(color, below) {
  const light = rgb => rgb.map(part => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const [one, other] = [light(over(rgba(color), below)), light(below.slice(0, 3))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
