package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.EventJson;
import dev.lightspeed.harness.workload.SplitMix64;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/** Session 0 with 200 events against the SHA-256 values that version 1 of the workloads pins. */
class CheckValuesTest {

  private static final int EVENTS = 200;

  private final Digest script = new Digest();
  private final Digest html = new Digest();

  @Test
  void counterIsVersion1() {
    Iterator<Event> events = new CounterScript(0);
    CounterState state = CounterState.INITIAL;
    html.line(OraclePages.counter(state));
    for (int i = 0; i < EVENTS; i++) {
      state = state.handle(sent(events));
      html.line(OraclePages.counter(state));
    }

    assertThat(script.hex())
        .isEqualTo("e80184d195425fa79faaed6bac59fe8885f95575ff82e572826be7aab426c27e");
    assertThat(html.hex())
        .isEqualTo("65b10b09b270948a0b45bf781b3edf64060cead0902e6b5450e3e61fc041596b");
  }

  @Test
  void crudTableIsVersion1() {
    Iterator<Event> events = new CrudScript(0);
    CrudState state = CrudState.initial(SplitMix64.forSession(CrudState.LABEL, 0));
    html.line(OraclePages.crud(state));
    for (int i = 0; i < EVENTS; i++) {
      state = state.handle(sent(events));
      html.line(OraclePages.crud(state));
    }

    assertThat(script.hex())
        .isEqualTo("ccd9c1095579a9ecfc4f5e5f3022cc7d01b6039cb60b10037d204c3c09077469");
    assertThat(html.hex())
        .isEqualTo("471197f000c1a6aae1df57f0c44346c18d7ce34a3a82f5042ce2952c01304d91");
  }

  @Test
  void streamHeavyListIsVersion1() {
    Iterator<Event> events = new FeedScript(0);
    FeedState state = FeedState.INITIAL;
    OracleFeed client = new OracleFeed();
    html.line(OraclePages.feed(client.messages(), state.total()));
    for (int i = 0; i < EVENTS; i++) {
      FeedUpdate update = state.handle(sent(events));
      state = update.state();
      client.apply(update.change());
      html.line(OraclePages.feed(client.messages(), state.total()));
    }

    assertThat(script.hex())
        .isEqualTo("78e5be0822d89d545961200ada2a214440e97fda6d38d64d1fb9c09fdc69013f");
    assertThat(html.hex())
        .isEqualTo("71f1c89aa95e166829d112e030db397585f542359fa23dbc2eb2e43720d46228");
  }

  @Test
  void formHeavyFlowIsVersion1() {
    Iterator<Event> events = new FormScript(0);
    FormState state = FormState.INITIAL;
    html.line(OraclePages.form(state));
    for (int i = 0; i < EVENTS; i++) {
      state = state.handle(sent(events));
      html.line(OraclePages.form(state));
    }

    assertThat(script.hex())
        .isEqualTo("a9cda9afc89218b21bb869e72b43ec9c71ca5dd6c68a2d8c50fd30fb63c3a604");
    assertThat(html.hex())
        .isEqualTo("ae74886bed7dd1ff5b54af723e800f5f816e29d33e8d415e43fd8c2983846a63");
  }

  private Event sent(Iterator<Event> events) {
    Event event = events.next();
    script.line(EventJson.line(event));
    return event;
  }

  /** SHA-256 over lines that each end in one line feed. */
  private static final class Digest {

    private final MessageDigest sha256;

    Digest() {
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }

    void line(String line) {
      sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    String hex() {
      return HexFormat.of().formatHex(sha256.digest());
    }
  }
}
