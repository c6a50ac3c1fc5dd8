import { render } from 'preact';
import { Page } from './components/page.tsx';
import { createConversation } from './conversation/conversation.ts';

const root = document.getElementById('page');
if (root !== null) render(<Page conversation={createConversation()} />, root);
