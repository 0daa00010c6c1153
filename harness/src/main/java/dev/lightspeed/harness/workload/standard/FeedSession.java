package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.live.Differ;
import dev.lightspeed.live.ItemTemplate;
import dev.lightspeed.live.Rendered;
import dev.lightspeed.live.Streamed;
import dev.lightspeed.live.Template;
import dev.lightspeed.live.TemplateSet;
import dev.lightspeed.live.Text;
import java.util.List;

/** The feed's view. Its messages are streamed: the browser keeps them, the server does not. */
final class FeedSession extends LiveSession {

  private static final Template PAGE =
      Template.parse(
          """
          <main id="stream"><h1>Feed</h1>
            <p>Messages: <span id="total">{total}</span></p>
            <ul id="messages">{messages}</ul>
          </main>
          """);

  private static final Template MESSAGE =
      Template.parse(
          """
          <li id="msg-{key}"><b>{author}</b> <span>{text}</span></li>
          """);

  private static final Differ DIFFER = Differ.of(TemplateSet.of(PAGE, MESSAGE));

  private static final ItemTemplate<Message> MESSAGES =
      ItemTemplate.of(
          MESSAGE,
          message -> Integer.toString(message.id()),
          message -> MESSAGE.render(Text.of(message.author()), Text.of(message.text())));

  private static final Streamed<Message> QUIET = Streamed.of(MESSAGES, FeedState.MAX_MESSAGES);

  private FeedState state = FeedState.INITIAL;

  FeedSession() {
    super(DIFFER);
  }

  @Override
  Rendered render() {
    return render(QUIET);
  }

  @Override
  public Frame handle(Event event) {
    FeedUpdate update = state.handle(event);
    state = update.state();
    return update(render(messages(update.change())));
  }

  private Rendered render(Streamed<Message> messages) {
    return PAGE.render(Text.of(state.total()), messages);
  }

  private static Streamed<Message> messages(FeedChange change) {
    if (change instanceof FeedChange.Appended appended) {
      return QUIET.append(appended.messages());
    } else if (change instanceof FeedChange.Edited edited) {
      return QUIET.replace(List.of(edited.message()));
    }
    return QUIET.remove(List.of(Integer.toString(((FeedChange.Deleted) change).id())));
  }
}
