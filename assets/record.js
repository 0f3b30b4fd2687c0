// Records in the browser for the form of src/features/contribute/speak.html. Without it a file is chosen.
'use strict';
for (const form of document.querySelectorAll('form[data-record]')) {
  const at = (name) => form.querySelector(`[data-${name}]`);
  const file = form.querySelector('input[type=file]');
  if (!window.MediaRecorder || !navigator.mediaDevices) break;
  at('start').hidden = false;
  let recorder, timer;
  const show = (busy) => {
    at('start').hidden = busy;
    at('stop').hidden = !busy;
    at(busy ? 'stop' : 'start').firstChild.focus();
  };
  at('start').firstChild.onclick = async () => {
    const parts = [], begun = Date.now();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      recorder = new MediaRecorder(stream, { audioBitsPerSecond: 64000 });
      recorder.ondataavailable = (event) => parts.push(event.data);
      recorder.onstop = () => {
        const made = new DataTransfer();
        made.items.add(new File(parts, 'opname', { type: recorder.mimeType }));
        file.files = made.files;
        stream.getTracks().forEach((track) => track.stop());
        clearInterval(timer);
        show(false);
      };
      recorder.start();
      show(true);
      timer = setInterval(() => {
        const seconds = Math.floor((Date.now() - begun) / 1000);
        at('time').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, 0)}`;
        if (seconds >= 1200) recorder.stop();
      }, 500);
    } catch {
      at('refused').hidden = false;
    }
  };
  at('stop').firstChild.onclick = () => recorder.stop();
}
