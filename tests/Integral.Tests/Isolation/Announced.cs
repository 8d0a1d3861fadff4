using Integral.Communication;
using Integral.Announcements;
using Integral.Communication.Contracts;
using Integral.Tests.Kit;

namespace Integral.Tests.Isolation;

/// <summary>What school 1 announces, and what somebody there was told.</summary>
internal static class Announced
{
    public static async Task<(Guid Announcement, Guid Notice)> SampleAsync(District district)
    {
        var account = await district.AccountAsync("teacher");
        return await district.InDbAsync("school-1", async db =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var (one, notice) = (new Announcement(null, "Sample", now), new Notice(new News(AnnouncedNotice.Kind, "/notices/announcements"), account.Id, now));
            var today = DateOnly.FromDateTime(now);
            one.Describe(new("Sample", "Sample", today, null, false), "Sample", now);
            one.Address([AudiencePart.Of(AudienceKind.Everybody)]);
            one.Publish(today, now);
            one.KeepAsTold();
            db.AddRange(one, notice);
            await db.SaveChangesAsync();
            return (one.Id, notice.Id);
        });
    }
}
