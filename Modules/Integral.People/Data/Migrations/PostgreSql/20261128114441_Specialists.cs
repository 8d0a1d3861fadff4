using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.People.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Specialists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PhotoName",
                table: "people",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PhotoType",
                table: "people",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "competencies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Ru = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    Kk = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    Uk = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    En = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    SortName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SearchName = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    IsPriority = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_competencies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "person_documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Series = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    DocumentNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IssuedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    StoredName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Length = table.Column<long>(type: "bigint", nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_person_documents_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "specialists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SortName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SearchName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Qualification = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    HoursAWeek = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeletedById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_specialists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_specialists_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "specialist_skills",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SpecialistId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompetencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_specialist_skills", x => x.Id);
                    table.ForeignKey(
                        name: "FK_specialist_skills_competencies_CompetencyId",
                        column: x => x.CompetencyId,
                        principalTable: "competencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_specialist_skills_specialists_SpecialistId",
                        column: x => x.SpecialistId,
                        principalTable: "specialists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_people_PhotoName",
                table: "people",
                column: "PhotoName");

            migrationBuilder.CreateIndex(
                name: "IX_competencies_SearchName",
                table: "competencies",
                column: "SearchName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_competencies_SortName",
                table: "competencies",
                column: "SortName");

            migrationBuilder.CreateIndex(
                name: "IX_person_documents_PersonId",
                table: "person_documents",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_person_documents_StoredName",
                table: "person_documents",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_specialist_skills_CompetencyId",
                table: "specialist_skills",
                column: "CompetencyId");

            migrationBuilder.CreateIndex(
                name: "IX_specialist_skills_SpecialistId_CompetencyId",
                table: "specialist_skills",
                columns: new[] { "SpecialistId", "CompetencyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_specialists_OrganisationId",
                table: "specialists",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_specialists_SortName_Id",
                table: "specialists",
                columns: new[] { "SortName", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "person_documents");

            migrationBuilder.DropTable(
                name: "specialist_skills");

            migrationBuilder.DropTable(
                name: "competencies");

            migrationBuilder.DropTable(
                name: "specialists");

            migrationBuilder.DropIndex(
                name: "IX_people_PhotoName",
                table: "people");

            migrationBuilder.DropColumn(
                name: "PhotoName",
                table: "people");

            migrationBuilder.DropColumn(
                name: "PhotoType",
                table: "people");
        }
    }
}
