using System.Globalization;
using Integral.Platform.Messaging;

namespace Integral.Help;

/// <summary>Writes to a sender who gave an e-mail, in the language they wrote in.</summary>
internal sealed class RemarkLetters(Letters letters, Outbox outbox, TenantAddresses addresses, Texts texts, Current current)
{
    /// <summary>Whether an answer goes out as a letter too.</summary>
    public bool Reach(Remark remark) => letters.IsOn && remark.Email is not null;

    /// <summary>Sent when <c>Db</c> saves the answer.</summary>
    public void Answered(Remark remark)
    {
        if (!Reach(remark)) return;
        var language = CultureInfo.GetCultureInfo(remark.Culture);
        var page = $"/help/remark/{remark.Key}";
        string[] paragraphs =
        [
            texts.Say(T.Say("You wrote to us that something is wrong. The answer:"), language), remark.Answer!,
            texts.Say(T.Say("At this address you can see it again and say more:"), language), addresses.Link(current.Tenant, remark.Culture == current.Tenant.Culture ? page : $"/{remark.Culture}{page}"),
            current.Tenant.Name,
        ];
        outbox.Add(new Letter(remark.Email!, texts.Say(T.Say("Answer to your remark No. {0}", remark.Number), language), string.Join("\n\n", paragraphs)));
    }
}
