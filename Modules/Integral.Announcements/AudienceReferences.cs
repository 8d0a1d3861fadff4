using Integral.People.Contracts;

namespace Integral.Announcements;

/// <summary>Announcements for somebody by name.</summary>
internal sealed class AudienceReferences(Db db) : IPersonReferences
{
    public Type Rows => typeof(AudiencePart);
    public Sentence? What => T.Say("Announcements for them by name");

    public Task<int> CountAsync(Guid person) => db.Set<AudiencePart>().CountAsync(p => p.PersonId == person);

    public async Task MoveAsync(Guid from, Guid to)
    {
        var all = await db.Set<AudiencePart>().Where(p => p.PersonId == from || p.PersonId == to).ToListAsync();
        foreach (var one in all.Where(p => p.PersonId == from))
        {
            // One that was for both is for one person now.
            if (all.Exists(p => p.PersonId == to && p.AnnouncementId == one.AnnouncementId)) db.Remove(one);
            else one.Follow(to);
        }
    }
}
