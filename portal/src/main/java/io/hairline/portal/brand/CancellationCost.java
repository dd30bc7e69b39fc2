package io.hairline.portal.brand;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What cancelling or moving now means.
 *
 * @param lost what was paid and doesn't come back; older answers leave it out
 * @param window the step of the policy that holds now
 * @param rule the rule behind it by its code
 */
public record CancellationCost(
        Money refund,
        Money fee,
        @Nullable Money lost,
        @Nullable Window window,
        @Nullable Rule rule) {

    /** Such as {@code ALL_BACK}; the description is English. */
    public record Rule(String code, @Nullable String description) {}

    /** How much notice is given, in whole hours, and which part of what was paid comes back. */
    public record Window(long noticeHours, int refundPercent, boolean late) {}

    /** What it means for an appointment. */
    public static CancellationCost of(CallerApis caller, String appointment) {
        return caller.booking().get(CancellationCost.class, "/appointments/{id}/cancellation-cost", appointment);
    }

    public boolean isFree() {
        return fee.isNothing() && loss().isNothing();
    }

    /** Whether something was paid that could come back or be lost. */
    public boolean isPaidFor() {
        return !refund.isNothing() || !loss().isNothing();
    }

    /** Whether a move at the client's wish keeps what is lost now for a later cancellation. */
    public boolean isKeptWhenMoved() {
        return isPaidFor() && window != null && window.refundPercent() < 100;
    }

    /** In one or two sentences: free, or what is lost, what comes back and by which rule. */
    public String words() {
        if (isFree()) {
            return refund.isNothing() ? Texts.text("cost.free") : Texts.text("cost.free-refund", refund.words());
        }
        return Texts.text("cost.loss", loses().words(), refund.words());
    }

    /** The rule behind it; empty where the answer names none. */
    public String ruleWords() {
        if (window == null) {
            return "";
        }
        String usual = Texts.text("cost.rule", window.noticeHours(), window.refundPercent());
        return rule == null ? usual : Texts.textOr("cost.rule." + rule.code(), usual, window.refundPercent());
    }

    /** What is lost altogether; a page's form carries it, so that a later cost is compared with what was shown. */
    public Money loses() {
        return new Money(loss().amount().add(fee.amount()), fee.currency());
    }

    /**
     * Whether more is lost than a page showed before.
     *
     * @param shown {@link Money#plain()} of {@link #loses()} as it was; where it says nothing, nothing was lost
     */
    boolean isWorseThan(String shown) {
        BigDecimal before = shown.matches("\\d{1,12}(\\.\\d{1,4})?") ? new BigDecimal(shown) : BigDecimal.ZERO;
        return loses().amount().compareTo(before) > 0;
    }

    /**
     * Nothing is cancelled where more is lost than was shown.
     *
     * @param shown as for {@link #isWorseThan}
     * @throws ApiProblem if it is
     */
    public void requireNoWorseThan(String shown) {
        if (isWorseThan(shown)) {
            throw ApiProblem.refused(409, "cost-risen", Texts.text("cost.risen"));
        }
    }

    private Money loss() {
        return lost != null ? lost : new Money(BigDecimal.ZERO, fee.currency());
    }
}
