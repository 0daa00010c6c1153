package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.workload.Browser;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.EventJson;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.SplitMix64;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The views on the live runtime: what their frames build is what their pages are defined to be. */
@Tag("jdk")
final class StandardWorkloadTest {

  private static final int SESSIONS = 64;
  private static final int EVENTS = 200;

  @ParameterizedTest
  @CsvSource({
    "COUNTER,"
        + "e80184d195425fa79faaed6bac59fe8885f95575ff82e572826be7aab426c27e,"
        + "65b10b09b270948a0b45bf781b3edf64060cead0902e6b5450e3e61fc041596b",
    "CRUD_TABLE,"
        + "ccd9c1095579a9ecfc4f5e5f3022cc7d01b6039cb60b10037d204c3c09077469,"
        + "471197f000c1a6aae1df57f0c44346c18d7ce34a3a82f5042ce2952c01304d91",
    "STREAM_HEAVY_LIST,"
        + "78e5be0822d89d545961200ada2a214440e97fda6d38d64d1fb9c09fdc69013f,"
        + "71f1c89aa95e166829d112e030db397585f542359fa23dbc2eb2e43720d46228",
    "FORM_HEAVY_FLOW,"
        + "a9cda9afc89218b21bb869e72b43ec9c71ca5dd6c68a2d8c50fd30fb63c3a604,"
        + "ae74886bed7dd1ff5b54af723e800f5f816e29d33e8d415e43fd8c2983846a63"
  })
  void sessionZeroHasThePinnedScriptAndPages(
      StandardWorkload workload, String scriptSha256, String htmlSha256) {
    StringBuilder script = new StringBuilder();
    StringBuilder html = new StringBuilder();
    Session session = workload.open(0);
    Browser browser = workload.browser();
    Iterator<Event> events = workload.script(0);
    browser.receive(session.mount());
    html.append(browser.html()).append('\n');
    for (int i = 0; i < EVENTS; i++) {
      Event event = events.next();
      script.append(EventJson.line(event)).append('\n');
      browser.send(event);
      browser.receive(session.handle(event));
      html.append(browser.html()).append('\n');
    }

    assertThat(sha256(script)).as("script").isEqualTo(scriptSha256);
    assertThat(sha256(html)).as("html").isEqualTo(htmlSha256);
  }

  @Test
  void theCountersFramesBuildItsPage() {
    compareEverySession(
        StandardWorkload.COUNTER,
        session -> {
          CounterState[] state = {CounterState.INITIAL};
          return new Oracle(
              event -> state[0] = state[0].handle(event), () -> OraclePages.counter(state[0]));
        });
  }

  @Test
  void theTablesFramesBuildItsPage() {
    compareEverySession(
        StandardWorkload.CRUD_TABLE,
        session -> {
          SplitMix64 random = SplitMix64.forSession(CrudState.LABEL, session);
          CrudState[] state = {CrudState.initial(random)};
          return new Oracle(
              event -> state[0] = state[0].handle(event), () -> OraclePages.crud(state[0]));
        });
  }

  @Test
  void theFeedsFramesBuildItsPage() {
    compareEverySession(
        StandardWorkload.STREAM_HEAVY_LIST,
        session -> {
          FeedState[] state = {FeedState.INITIAL};
          OracleFeed client = new OracleFeed();
          return new Oracle(
              event -> {
                FeedUpdate update = state[0].handle(event);
                state[0] = update.state();
                client.apply(update.change());
              },
              () -> OraclePages.feed(client.messages(), state[0].total()));
        });
  }

  @Test
  void theFormsFramesBuildItsPage() {
    compareEverySession(
        StandardWorkload.FORM_HEAVY_FLOW,
        session -> {
          FormState[] state = {FormState.INITIAL};
          return new Oracle(
              event -> state[0] = state[0].handle(event), () -> OraclePages.form(state[0]));
        });
  }

  @Test
  void anEventBeforeTheMountIsRefused() {
    assertThatThrownBy(() -> StandardWorkload.COUNTER.open(0).handle(Event.of("reset")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the session was not mounted");
  }

  /** A second rendering of a session: told each event, it knows the page. */
  private record Oracle(Consumer<Event> send, Supplier<String> html) {}

  @FunctionalInterface
  private interface OracleOf {
    Oracle session(int index);
  }

  private static void compareEverySession(StandardWorkload workload, OracleOf oracles) {
    for (int index = 0; index < SESSIONS; index++) {
      Oracle oracle = oracles.session(index);
      Session session = workload.open(index);
      Browser browser = workload.browser();
      Iterator<Event> script = workload.script(index);
      browser.receive(session.mount());
      assertThat(browser.html()).isEqualTo(oracle.html().get());
      for (int i = 1; i <= EVENTS; i++) {
        Event event = script.next();
        oracle.send().accept(event);
        browser.send(event);
        browser.receive(session.handle(event));
        assertThat(browser.html())
            .as("session %d, event %d: %s", index, i, event)
            .isEqualTo(oracle.html().get());
      }
    }
  }

  private static String sha256(CharSequence text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
