// Drags what was said onto a point that is there already (src/features/desk/make.html). A drop ticks what was
// dragged and presses the button of that point: nothing that the keyboard cannot do.
'use strict';
const points = document.querySelectorAll('[data-drop] > li');
for (const row of points.length ? document.querySelectorAll('[data-drag] > li') : []) {
  const box = row.querySelector('input[type=checkbox]');
  row.draggable = true;
  row.addEventListener('dragstart', (event) => {
    event.dataTransfer.setData('text/plain', box.id);
    event.dataTransfer.effectAllowed = 'copy';
  });
}
for (const point of points) {
  point.addEventListener('dragover', (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    point.dataset.over = '';
  });
  point.addEventListener('dragleave', () => delete point.dataset.over);
  point.addEventListener('drop', (event) => {
    event.preventDefault();
    delete point.dataset.over;
    const box = document.getElementById(event.dataTransfer.getData('text/plain'));
    if (!box?.matches('[data-drag] input[type=checkbox]')) return;
    box.checked = true;
    point.querySelector('button').click();
  });
}
