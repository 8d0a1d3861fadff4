using System.Globalization;
using Integral.Content.Data;
using Integral.Platform.Messaging;

namespace Integral.Content.Approving;

/// <summary>Somebody has decided on a text that was sent.</summary>
/// <param name="ItemId">Of the text.</param>
/// <param name="AccountId">Of whoever sent it.</param>
[Message("content.answered")]
internal sealed record TextAnswered(Guid ItemId, Guid AccountId, bool IsApproved, string? Reason);

/// <summary>Writes to whoever sent it, in their language.</summary>
internal sealed class AnswerLetters(Db db, HostDb host, Letters letters, Outbox outbox, TenantAddresses addresses, Texts texts, Current current) : IReceives<TextAnswered>
{
    public async Task ReceiveAsync(TextAnswered message, Arrival arrival, CancellationToken cancel)
    {
        if (!letters.IsOn) return;
        var item = await db.ContentItems.AsNoTracking().Where(i => i.Id == message.ItemId).Select(i => new { i.ContentItemId, i.DisplayText }).SingleOrDefaultAsync(cancel);
        var account = await host.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == message.AccountId && a.BlockedAt == null, cancel);
        if (item is null || account?.Email is not { Length: > 0 } email) return;
        var language = CultureInfo.GetCultureInfo(account.Culture ?? current.Tenant.Culture);
        var title = message.IsApproved ? T.Say("Your text is published: {0}", item.DisplayText) : T.Say("Your text was given back: {0}", item.DisplayText);
        string[] paragraphs =
        [
            texts.Say(title, language), .. message.Reason is { Length: > 0 } why ? [why] : Array.Empty<string>(),
            addresses.Link(current.Tenant, $"/Admin/Content/Edit/{item.ContentItemId}"), current.Tenant.Name,
        ];
        outbox.Add(new Letter(email, texts.Say(title, language), string.Join("\n\n", paragraphs)));
    }
}
