package dev.lightspeed.harness.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          com.example.Cart.add(Ljava/lang/Object;)Z        | Cart.add       | Cart.add(Object)             | com.example.Cart.add(java.lang.Object)
          com.example.Cart$Line.<init>(Ljava/lang/String;I)V | new Cart.Line | new Cart.Line(String, int)  | new com.example.Cart.Line(java.lang.String, int)
          com.example.Cart.lambda$total$0(J)V              | Cart.lambda$total$0 | Cart.lambda$total$0(long) | com.example.Cart.lambda$total$0(long)
          Cart.main([Ljava/lang/String;[[BZCDFS)V          | Cart.main      | Cart.main(String[], byte[][], boolean, char, double, float, short) | Cart.main(java.lang.String[], byte[][], boolean, char, double, float, short)
          java.util.ArrayList.sort(Ljava/util/Comparator;)V | ArrayList.sort | ArrayList.sort(Comparator)  | java.util.ArrayList.sort(java.util.Comparator)
          (mount)                                          | (mount)        | (mount)                      | (mount)
          add to cart (twice)                              | add to cart (twice) | add to cart (twice)     | add to cart (twice)
          a.b(Lnever                                       | a.b(Lnever     | a.b(Lnever                   | a.b(Lnever
          a.b(Lnever)V                                     | a.b            | a.b(Lnever)                  | a.b(Lnever)
          a.b([)V                                          | a.b            | a.b([)                       | a.b([)
          """)
  void aFrameHasThreeForms(String frame, String brief, String withParameters, String full) {
    MethodName name = MethodName.of(frame);

    assertThat(name.brief()).isEqualTo(brief);
    assertThat(name.withParameters()).isEqualTo(withParameters);
    assertThat(name.full()).isEqualTo(full);
  }

  @Test
  void theJdkIsTold() {
    assertThat(MethodName.of(Attributions.SORT).isJdk()).isTrue();
    assertThat(MethodName.of("javax.crypto.Mac.doFinal()V").isJdk()).isTrue();
    assertThat(MethodName.of(Attributions.ADD).isJdk()).isFalse();
    assertThat(MethodName.of("javassist.Loader.load()V").isJdk()).isFalse();
    assertThat(MethodName.of("java.util.Day").isJdk()).isFalse();
  }

  @Test
  void theMethodAloneIsTheShortestForm() {
    assertThat(MethodName.of(Attributions.ADD).method()).isEqualTo("add");
    assertThat(MethodName.of(Attributions.LINE).method()).isEqualTo("new Cart.Line");
    assertThat(MethodName.of("(mount)").method()).isEqualTo("(mount)");
  }

  @Test
  void namesAreAsShortAsTheyCanBeToldApart() {
    List<String> frames =
        List.of(
            "a.Cart.add(I)V",
            "a.Cart.add(J)V",
            "b.Cart.add(J)V",
            "a.Cart.get()Ljava/lang/Object;",
            "a.Cart.get()Ljava/lang/String;",
            "a.Till.open()V");

    assertThat(MethodName.distinct(frames))
        .containsExactly(
            Map.entry("a.Cart.add(I)V", "Cart.add(int)"),
            Map.entry("a.Cart.add(J)V", "a.Cart.add(long)"),
            Map.entry("a.Cart.get()Ljava/lang/Object;", "Cart.get(): Object"),
            Map.entry("a.Cart.get()Ljava/lang/String;", "Cart.get(): String"),
            Map.entry("a.Till.open()V", "Till.open"),
            Map.entry("b.Cart.add(J)V", "b.Cart.add(long)"));
  }
}
