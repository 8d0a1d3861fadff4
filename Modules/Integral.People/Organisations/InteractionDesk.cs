using Integral.People.Data;

namespace Integral.People.Organisations;

/// <summary>Writes the history with organisations, for the screens and the API alike.</summary>
internal sealed class InteractionDesk(Db db, Current current, OrganisationStaff staff, InteractionBook book, TimeProvider clock)
{
    /// <exception cref="NotFoundException">There is no such contact person of it, or no such person here.</exception>
    /// <exception cref="RuleException">Something in it can't be so.</exception>
    public async Task<Interaction> WriteAsync(Organisation organisation, InteractionWords words)
    {
        var (id, with) = (organisation.Id, words.With);
        if (with is not null && !await db.ContactPersons.AnyAsync(c => c.Id == with && c.OrganisationId == id)) throw new NotFoundException();
        await staff.RequireHereAsync(words.Assignee);
        organisation.RequireHere();
        var interaction = new Interaction(id, words, Who, book.Today);
        await staff.RequireAsync(words.Assignee, "Assignee");
        db.Add(interaction);
        await db.SaveChangesAsync();
        return interaction;
    }

    /// <summary>A wrong line stays, and says why it is wrong.</summary>
    public async Task StrikeAsync(Interaction interaction, string? reason)
    {
        interaction.Strike(reason, Who, Now);
        await db.SaveChangesAsync();
    }

    /// <summary>Whose task it is says that they have seen it.</summary>
    public async Task SeeAsync(Guid organisation, Guid task)
    {
        (await book.FindAsync(organisation, task)).See(staff.Me, Now);
        await db.SaveChangesAsync();
    }

    /// <summary>Whose task it is says that it is done.</summary>
    public async Task FinishAsync(Guid organisation, Guid task)
    {
        (await book.FindAsync(organisation, task)).Finish(staff.Me, Now);
        await db.SaveChangesAsync();
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
    private string Who => current.Account?.Name is { } name ? name[..Math.Min(name.Length, Interaction.LongestWho)] : "";
}
