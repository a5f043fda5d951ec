// A page of Vue's, with its template compiled in the page.
import { createApp } from "vue";

const app = createApp({
  data: () => ({ list: ["before", "guide", "after"], shown: true, count: 0, theme: "auto", key: 0, heard: [] }),
  template: `
    <button id="reorder" @click="list = [...list].reverse()"></button>
    <button id="rotate" @click="list = [...list.slice(1), list[0]]"></button>
    <button id="toggle" @click="shown = !shown"></button>
    <button id="count" @click="count++"></button>
    <button id="theme" @click="theme = theme === 'dark' ? 'light' : 'dark'"></button>
    <button id="rekey" @click="key++"></button>
    <ul>
      <li v-for="id in list" :key="id">
        <template v-if="id !== 'guide'">{{ id }}</template>
        <unstuck-guide v-else-if="shown" :key="key" article="#lamp" :theme="theme" :data-count="count"
          @unstuck-verdict="heard.push($event.detail.answer)">Loading {{ count }}</unstuck-guide>
      </li>
    </ul>
    <p id="state">{{ [list.join(), shown, count, theme, key].join(" ") }}</p>
    <p id="heard">{{ heard.join() }}</p>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith("unstuck-");
app.mount("#app");
