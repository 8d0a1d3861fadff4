using Integral.Programs.Requests;

namespace Integral.Programs.Data;

internal sealed class RequestTables : IEntityTypeConfiguration<ProgrammeRequest>, IEntityTypeConfiguration<RequestEvent>
{
    public void Configure(EntityTypeBuilder<ProgrammeRequest> request)
    {
        request.ToTable("programme_requests");
        request.Property(r => r.Sent).HasMaxLength(64);
        request.Property(r => r.Requester).HasMaxLength(ProgrammeRequest.LongestName);
        request.Property(r => r.Organisation).HasMaxLength(ProgrammeRequest.LongestName);
        request.Property(r => r.Title).HasMaxLength(Programme.LongestName);
        request.Property(r => r.Purpose).HasMaxLength(ProgrammeRequest.LongestText);
        request.Property(r => r.Skills).HasMaxLength(ProgrammeRequest.LongestText);
        request.Property(r => r.Category).HasMaxLength(LearnerCategory.LongestName);
        request.Property(r => r.Remarks).HasMaxLength(ProgrammeRequest.LongestRemarks);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.HasMany(r => r.History).WithOne().HasForeignKey(e => e.RequestId);
        request.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => r.Sent).IsUnique().Says(ProgrammeRequest.IsThere);
        request.HasIndex(r => new { r.AccountId, r.Id });
        request.HasIndex(r => new { r.Status, r.Id });
    }

    public void Configure(EntityTypeBuilder<RequestEvent> one)
    {
        one.ToTable("programme_request_events");
        one.Property(e => e.Text).HasMaxLength(ProgrammeRequest.LongestRemarks);
        one.Property(e => e.Who).HasMaxLength(ProgrammeRequest.LongestName);
    }
}
