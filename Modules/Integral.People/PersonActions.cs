using Integral.Ui;

namespace Integral.People;

/// <summary>What the buttons on somebody's page do, with the message that follows and the page it is shown on.</summary>
internal sealed class PersonActions(AccountCare care, Memberships memberships, Flash flash)
{
    public async Task<string> BlockAsync(Member member)
    {
        await care.BlockAsync(member);
        flash.Good(T.Say("{0} is blocked and signed out everywhere.", member.Name));
        return "Access";
    }

    public async Task<string> UnblockAsync(Member member)
    {
        await care.UnblockAsync(member);
        flash.Good(T.Say("{0} can sign in again.", member.Name));
        return "Access";
    }

    public async Task<string> EndSessionsAsync(Member member, Guid? session)
    {
        await care.EndSessionsAsync(member, session);
        flash.Good(T.Say("Signed out."));
        return "Access";
    }

    public async Task<string> RemoveAsync(Member member)
    {
        await memberships.RemoveAsync(member);
        flash.Good(T.Say("{0} has no access here any more.", member.Name));
        return member.Person is null ? "Index" : "Show";
    }

    public async Task<string> DeleteAsync(Member member, string? undo)
    {
        await memberships.DeleteAsync(member);
        flash.Good(T.Say("{0} is in the bin.", member.Name), undo);
        return "Index";
    }

    public Task RestoreAsync(Guid id) => memberships.RestoreAsync(id);
}
