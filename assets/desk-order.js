// Drags a point to the place of another in the order of its theme (src/features/desk/list.html). A drop sends
// the form of the point that was dragged; its buttons do the same one place at a time, with the keyboard.
'use strict';
const rows = document.querySelectorAll('[data-order] > li');
for (const row of rows.length > 1 ? rows : []) {
  row.draggable = true;
  row.addEventListener('dragstart', (event) => {
    event.dataTransfer.setData('text/plain', row.id);
    event.dataTransfer.effectAllowed = 'move';
  });
  row.addEventListener('dragover', (event) => {
    event.preventDefault();
    row.dataset.over = '';
  });
  row.addEventListener('dragleave', () => delete row.dataset.over);
  row.addEventListener('drop', (event) => {
    event.preventDefault();
    delete row.dataset.over;
    const form = document.getElementById(event.dataTransfer.getData('text/plain'))?.querySelector('form');
    if (!form || row.contains(form)) return;
    const place = document.createElement('input');
    place.type = 'hidden';
    place.name = 'plek';
    place.value = row.id.split('-')[1];
    form.append(place);
    form.requestSubmit();
  });
}
